import Compression
import Testing

struct ZstandardCodecTests {
  /// Bytes that look random and are the same in each run.
  static func noise(_ byteCount: Int) -> [UInt8] {
    var state: UInt64 = 0x9e37_79b9_7f4a_7c15
    return (0..<byteCount).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
  }

  static let contents: [[UInt8]] = [
    [], [0], Array("words ".utf8), [UInt8](repeating: 0x61, count: 1 << 20), noise(100_000),
  ]

  @Test("what was compressed is restored", arguments: contents)
  func isRestored(content: [UInt8]) throws {
    let codec = ZstandardCodec()
    #expect(try codec.decompress(codec.compress(content.span).span) == content)
  }

  @Test func repeatedTextGetsSmall() {
    #expect(ZstandardCodec().compress([UInt8](repeating: 0x61, count: 1 << 20).span).count < 1_000)
  }

  @Test func oneCodecServesManyCalls() throws {
    let codec = ZstandardCodec()
    for size in [10, 100_000, 0, 7] {
      let content = Self.noise(size)
      #expect(try codec.decompress(codec.compress(content.span).span) == content)
    }
  }

  @Test("a damaged frame is an error", arguments: [0, 3, 5, 40, 90_000])
  func aDamagedFrameIsAnError(offset: Int) {
    let codec = ZstandardCodec()
    let content =
      Array(repeating: Self.noise(1_000), count: 100).flatMap(\.self) + Self.noise(99_000)
    var frame = codec.compress(content.span)
    frame[min(offset, frame.count - 1)] ^= 0x5a
    // Without a checksum in the frame a changed literal may go unseen here; the digest of the content tells then.
    let restored = try? codec.decompress(frame.span)
    #expect(restored != content)
  }

  @Test(
    "what is no frame is an error",
    arguments: [
      [], [0x28], Array("not compressed at all".utf8), [0x28, 0xb5, 0x2f, 0xfd],
    ])
  func whatIsNoFrameIsAnError(bytes: [UInt8]) {
    #expect(throws: CompressionError.self) { try ZstandardCodec().decompress(bytes.span) }
  }

  @Test func aFrameCutOffIsAnError() {
    let codec = ZstandardCodec()
    let frame = codec.compress(Self.noise(50_000).span)
    for count in [1, 8, 100, frame.count / 2, frame.count - 1] {
      #expect(throws: CompressionError.self) { try codec.decompress(Array(frame[..<count]).span) }
    }
  }

  @Test func aFrameBeyondTheLimitIsAnError() throws {
    let codec = ZstandardCodec()
    let frame = codec.compress([UInt8](repeating: 0, count: 10_000).span)
    #expect(throws: CompressionError.self) { try codec.decompress(frame.span, limit: 9_999) }
    #expect(try codec.decompress(frame.span, limit: 10_000).count == 10_000)
  }
}
