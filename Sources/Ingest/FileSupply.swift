internal import SourceBytes

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// Hands out the bytes of a file in order and digests them on the way.
final class FileSupply {
  private static let chunkByteCount = 1 << 18
  /// Room for a look whether a file ends where it should.
  private static let leastByteCount = 1 << 12
  private let descriptor: Int32
  private let path: String
  private var hasher: ContentHasher? = ContentHasher()
  private var digest: ContentDigest?
  private(set) var byteCount = 0
  private let expectedByteCount: Int?

  /// Opens a file; `-` is standard input.
  ///
  /// - Parameter byteCount: How many bytes it had when it was found, for which room is made; it may have more by now.
  init(path: String, location: String, byteCount: Int? = nil) throws(InputError) {
    self.path = path
    expectedByteCount = byteCount
    descriptor = path == "-" ? 0 : unsafe open(location, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw InputError(path: path, message: unsafe String(cString: strerror(errno)).lowercased())
    }
  }

  deinit {
    if descriptor > 0 { close(descriptor) }
  }

  /// The next bytes; empty at the end.
  func next() throws(InputError) -> [UInt8] {
    var received = 0
    let rest = expectedByteCount.map { $0 - byteCount } ?? FileSupply.chunkByteCount
    let capacity = min(max(rest, FileSupply.leastByteCount), FileSupply.chunkByteCount)
    let chunk = unsafe [UInt8](unsafeUninitializedCapacity: capacity) {
      buffer, count in
      repeat {
        received = unsafe read(descriptor, buffer.baseAddress, buffer.count)
      } while received < 0 && errno == EINTR
      count = max(0, received)
    }
    guard received >= 0 else {
      throw InputError(path: path, message: unsafe String(cString: strerror(errno)).lowercased())
    }
    hasher?.update(chunk.span)
    byteCount += chunk.count
    return chunk
  }

  /// Reads what is left and returns the digest of the whole file.
  func finish() throws(InputError) -> ContentDigest {
    if let digest { return digest }
    while try !next().isEmpty {}
    let whole = (hasher.take() ?? ContentHasher()).finish()
    digest = whole
    return whole
  }
}
