import MailFormat
import SourceBytes
import Testing

/// A generator whose numbers follow from its seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite struct TransferEncodingTests {
  static func base64(_ bytes: [UInt8], lineLength: Int) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var output: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let chunk = bytes[start..<min(start + 3, bytes.count)]
      var bits = 0
      for offset in 0..<3 { bits = bits << 8 | Int(chunk.dropFirst(offset).first ?? 0) }
      for digit in 0..<4 {
        output.append(digit <= chunk.count ? alphabet[bits >> (18 - 6 * digit) & 63] : 0x3D)
      }
      if (start / 3 + 1) * 4 % lineLength == 0 { output += [0x0D, 0x0A] }
    }
    return output
  }

  static func quoted(_ bytes: [UInt8], softBreakAt lineLength: Int) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    var output: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if byte > 0x20, byte < 0x7F, byte != 0x3D {
        output.append(byte)
      } else {
        output += [0x3D, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
      if (index + 1) % lineLength == 0 { output += [0x3D, 0x0A] }
    }
    return output
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func decodingUndoesEncoding(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let size = Int.random(in: 0...300, using: &generator)
    let bytes = (0..<size).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let encoded = Self.base64(bytes, lineLength: 76)
    let decoded = Base64.decode(encoded.span, in: 0..<encoded.count)
    #expect(decoded == bytes)
    let decodedByteCount = Base64.decodedByteCount(encoded.span, in: 0..<encoded.count)
    #expect(decodedByteCount == bytes.count)
    let quoted = Self.quoted(bytes, softBreakAt: 25)
    let unquoted = QuotedPrintable.decode(quoted.span, in: 0..<quoted.count)
    #expect(unquoted == bytes)
  }

  @Test(arguments: [
    ("YWJj", "abc"), ("YW Jj\n", "abc"), ("YWI", "ab"), ("YWI=YWI=", "abab"), ("Y", ""),
    ("!!YWJj!!", "abc"),
    ("", ""), ("====", ""),
  ])
  func base64IsReadTolerantly(text: String, expected: String) {
    let bytes = Array(text.utf8)
    let decoded = Base64.decode(bytes.span, in: 0..<bytes.count)
    #expect(String(decoding: decoded, as: UTF8.self) == expected)
    let decodedByteCount = Base64.decodedByteCount(bytes.span, in: 0..<bytes.count)
    #expect(decodedByteCount == decoded.count)
  }

  @Test(arguments: [
    ("a=3D1", "a=1"), ("a=\nb", "ab"), ("a= \t\r\nb", "ab"), ("a=ZZ", "a=ZZ"), ("a=4", "a=4"),
    ("a=", "a"),
    ("=e9t", "\u{FFFD}t"), ("-- \nAda", "-- \nAda"),
  ])
  func quotedPrintableIsReadTolerantly(text: String, expected: String) {
    let bytes = Array(text.utf8)
    let decoded = QuotedPrintable.decode(bytes.span, in: 0..<bytes.count)
    #expect(String(decoding: decoded, as: UTF8.self) == expected)
  }

  @Test(arguments: [
    ("one \ntwo\n", false, "one two\n"), ("one \ntwo\n", true, "onetwo\n"),
    ("> a \n> b\nc\n", false, "> a b\nc\n"), ("> a \nb\n", false, "> a \nb\n"),
    (">> a \n>> b\n", false, ">> a b\n"), (" From here\n", false, "From here\n"),
    ("text \n-- \nAda\n", false, "text \n-- \nAda\n"), ("a \n\nb\n", false, "a \nb\n"),
    (">\n> x\n", false, ">\n> x\n"), ("end ", false, "end "),
  ])
  func joinsFlowedLines(text: String, deletesSpace: Bool, expected: String) {
    let bytes = Array(text.utf8)
    let joined = FlowedText.join(bytes.span, deletesSpace: deletesSpace)
    #expect(String(decoding: joined, as: UTF8.self) == expected)
  }
}
