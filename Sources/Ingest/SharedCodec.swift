internal import Compression
private import Synchronization

/// A codec that wanders between tasks: one at a time compresses with it.
final class SharedCodec: Sendable {
  private let codec = Mutex(ZstandardCodec())

  /// Compresses bytes into one frame.
  func compress(_ bytes: [UInt8]) -> [UInt8] { codec.withLock { $0.compress(bytes.span) } }
}

/// Keeps codecs from one piece of work to the next: to make one takes longer than to compress a short page.
final class CodecPool: Sendable {
  private let free = Mutex<[SharedCodec]>([])

  /// Lends a codec to `body`.
  func lend<Value>(_ body: (SharedCodec) -> Value) -> Value {
    let codec = free.withLock { $0.popLast() } ?? SharedCodec()
    defer { free.withLock { $0.append(codec) } }
    return body(codec)
  }
}
