#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// A file without a name that is gone when nobody holds it any more.
final class SpooledFile {
  let descriptor: Int32

  /// Writes what the supply gives into a new file in the folder for temporary files.
  init(_ supply: MemberReader.Supply, byteLimit: Int) throws {
    let folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var name = Array((folder + "/thresh-XXXXXX").utf8CString)
    descriptor = unsafe name.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return -1 }
      let descriptor = unsafe mkstemp(base)
      if descriptor >= 0 { unsafe unlink(base) }
      return descriptor
    }
    guard descriptor >= 0 else {
      throw CompressionError(description: "no temporary file could be made in \(folder)")
    }
    var byteCount = 0
    while true {
      let bytes = try supply()
      if bytes.isEmpty { break }
      byteCount += bytes.count
      guard byteCount <= byteLimit else {
        throw CompressionError(description: "the bundle is larger than \(byteLimit) bytes")
      }
      try write(bytes)
    }
    lseek(descriptor, 0, SEEK_SET)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  private func write(_ bytes: [UInt8]) throws {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer -> Int in
        guard let base = buffer.baseAddress else { return -1 }
        #if canImport(Glibc)
          return unsafe Glibc.write(descriptor, base + written, buffer.count - written)
        #else
          return unsafe Darwin.write(descriptor, base + written, buffer.count - written)
        #endif
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw CompressionError(
          description:
            "the temporary file could not be written: \(unsafe String(cString: strerror(errno)))")
      }
      written += count
    }
  }
}
