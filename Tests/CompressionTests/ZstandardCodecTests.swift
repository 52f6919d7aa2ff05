import Compression
import TestSupport
import Testing

struct ZstandardCodecTests {
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
      let content = noise(size)
      #expect(try codec.decompress(codec.compress(content.span).span) == content)
    }
  }

  @Test("a damaged frame is an error", arguments: [0, 3, 5, 40, 90_000])
  func aDamagedFrameIsAnError(offset: Int) {
    let codec = ZstandardCodec()
    let content =
      Array(repeating: noise(1_000), count: 100).flatMap(\.self) + noise(99_000)
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
    let frame = codec.compress(noise(50_000).span)
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
