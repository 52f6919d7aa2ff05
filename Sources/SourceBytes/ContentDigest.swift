private import CNettle

/// A SHA-256 digest (FIPS 180-4).
public struct ContentDigest: Sendable, Hashable, Comparable {
  /// The 32 bytes of the digest.
  public let bytes: [UInt8]

  /// Takes over a digest that was computed before.
  ///
  /// - Parameter bytes: Exactly 32 bytes.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// Digests `content`.
  public init(of content: Span<UInt8>) {
    var hasher = ContentHasher()
    hasher.update(content)
    self = hasher.finish()
  }

  /// Digests the UTF-8 form of `text`.
  public init(of text: String) {
    self.init(of: Array(text.utf8).span)
  }

  fileprivate init(finished bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// 64 lower-case hexadecimal digits.
  public var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Orders byte by byte.
  public static func < (left: ContentDigest, right: ContentDigest) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}

/// Computes a ``ContentDigest`` piece by piece.
@safe public struct ContentHasher: ~Copyable {
  private var context = sha256_ctx()

  /// Starts an empty digest.
  public init() {
    unsafe nettle_sha256_init(&context)
  }

  /// Adds the bytes that follow.
  public mutating func update(_ content: Span<UInt8>) {
    unsafe content.withUnsafeBufferPointer { buffer in
      unsafe nettle_sha256_update(&context, buffer.count, buffer.baseAddress)
    }
  }

  /// Ends the digest.
  public consuming func finish() -> ContentDigest {
    var bytes = [UInt8](repeating: 0, count: 32)
    unsafe bytes.withUnsafeMutableBufferPointer { buffer in
      unsafe nettle_sha256_digest(&context, buffer.count, buffer.baseAddress)
    }
    return ContentDigest(finished: bytes)
  }
}
