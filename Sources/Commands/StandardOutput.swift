internal import Synchronization

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// That whoever reads our output has gone, as `head` does; the process ends quietly.
struct ClosedPipe: Error {}

/// Standard output with a buffer.
final class StandardOutput: Sendable {
  static let shared = StandardOutput()
  private let buffer = Mutex<[UInt8]>([])

  /// Adds text.
  func write(_ text: String) throws {
    try write(bytes: Array(text.utf8))
  }

  /// Adds bytes.
  func write(bytes: [UInt8]) throws {
    let isFull = buffer.withLock { buffer in
      buffer.append(contentsOf: bytes)
      return buffer.count >= 1 << 16
    }
    if isFull { try flush() }
  }

  /// Hands everything to the system.
  ///
  /// - Throws: ``ClosedPipe`` where nobody reads any more.
  func flush() throws {
    let bytes = buffer.withLock { buffer in
      defer { buffer = [] }
      return buffer
    }
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { systemWrite(1, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR { continue }
        throw ClosedPipe()
      }
      rest = rest.dropFirst(written)
    }
  }
}

/// Standard error: what is said about the work.
enum StandardError {
  static func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { systemWrite(2, $0.baseAddress, $0.count) }
  }
}

/// `write(2)`, which the types above shadow by their own methods.
private func systemWrite(_ descriptor: Int32, _ start: UnsafeRawPointer?, _ byteCount: Int) -> Int {
  write(descriptor, start, byteCount)
}
