#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// A file without a name that is gone when nobody holds it any more.
final class SpooledFile {
  let descriptor: Int32
  private(set) var byteCount = 0

  /// An empty file in the folder for temporary files.
  init() throws {
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
  }

  /// Writes what the supply gives into a new file.
  convenience init(_ supply: MemberReader.Supply, byteLimit: Int) throws {
    try self.init()
    while true {
      let bytes = try supply()
      if bytes.isEmpty { break }
      guard byteCount + bytes.count <= byteLimit else {
        throw CompressionError(description: "the bundle is larger than \(byteLimit) bytes")
      }
      try write(bytes)
    }
    lseek(descriptor, 0, SEEK_SET)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Adds bytes at the end.
  func write(_ bytes: [UInt8]) throws {
    byteCount += bytes.count
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

  /// Bytes from the middle; fewer than asked for at the end of the file.
  func read(at offset: Int, byteCount: Int) throws -> [UInt8] {
    var isRead = true
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, count in
      while count < byteCount {
        guard let base = buffer.baseAddress else { break }
        let got = unsafe pread(descriptor, base + count, byteCount - count, off_t(offset + count))
        if got < 0, errno == EINTR { continue }
        if got < 0 { isRead = false }
        guard got > 0 else { break }
        count += got
      }
    }
    guard isRead else {
      throw CompressionError(description: "the temporary file could not be read back")
    }
    return bytes
  }
}
