import SourceBytes
import Testing

@Suite struct ByteTextTests {
  @Test(arguments: [
    ("a\r\nb\rc\nd", "a\nb\nc\nd"), ("tab\tstays", "tab\tstays"), ("a\u{0}b\u{7}c\u{7F}d", "abcd"),
    ("\u{FEFF}mark", "mark"), ("nel\u{85}c1\u{9B}end", "nel\nc1end"), ("Grüße", "Grüße"), ("", ""),
    ("\r", "\n"), ("\r\r\n", "\n\n"),
  ])
  func cleansText(input: String, expected: String) {
    #expect(ReadableText.clean(input) == expected)
  }

  @Test func censusAgreesWithALookAtEachByte() {
    for byte in UInt8.min...UInt8.max {
      for position in [0, 3, 7, 8, 12] {
        var bytes = [UInt8](repeating: 0x61, count: 13)
        bytes[position] = byte
        let census = ByteCensus(of: bytes.span)
        let isControl = (byte < 0x20 && byte != 0x09 && byte != 0x0A) || byte == 0x7F
        #expect(census.hasHighBytes == (byte >= 0x80), "byte \(byte) at \(position)")
        #expect(census.hasControls == isControl, "byte \(byte) at \(position)")
      }
    }
  }

  @Test func findsLinesAndTheirContent() {
    let bytes = Array("one\r\ntwo\n\nend".utf8)
    var lines: [String] = []
    var start = 0
    while start < bytes.count {
      let next = bytes.span.nextLine(from: start, to: bytes.count)
      lines.append(bytes.span.string(in: bytes.span.lineContent(from: start, nextLine: next)))
      start = next
    }
    #expect(lines == ["one", "two", "", "end"])
  }

  @Test func comparesWithoutRegardToCase() {
    let bytes = Array("  Message-ID\t".utf8)
    let range = bytes.span.trimmed(0..<bytes.count)
    let isSame = bytes.span.equalsIgnoringCase("message-id", in: range)
    let isPrefix = bytes.span.equalsIgnoringCase("message-i", in: range)
    #expect(isSame && !isPrefix)
    let inside = bytes.span.firstOffset(of: "-ID", in: 0..<bytes.count)
    let cutOff = bytes.span.firstOffset(of: "-ID", in: 0..<11)
    #expect(inside == 9 && cutOff == nil)
    let isBeyond = bytes.span.hasBytes("ID\t ", at: 10)
    #expect(!isBeyond)
  }

  /// Every byte at every place, where words of eight bytes are compared and where single ones are.
  @Test func onlyLettersMatchInEitherCase() {
    let wanted: StaticString = "z-9/a@[`{x~ content"
    let text = Array("z-9/a@[`{x~ content".utf8)
    for place in text.indices {
      for byte in UInt8.min...UInt8.max {
        var changed = text
        changed[place] = byte
        let isSame = changed.span.hasBytesIgnoringCase(wanted, at: 0)
        let isCapital = text[place].isASCIILetter && byte == text[place] & ~0x20
        #expect(isSame == (byte == text[place] || isCapital), "\(byte) at \(place)")
      }
    }
  }
}

@Suite struct VisibleASCIITests {
  /// Every byte at every place of a range that takes words of eight bytes and single ones.
  @Test func findsWhatIsNotVisible() {
    let text = Array("<0123456789abcdefXYZ~!>".utf8)
    for place in 1..<text.count - 1 {
      for byte in UInt8.min...UInt8.max {
        var changed = text
        changed[place] = byte
        let isVisible = changed.span.isVisibleASCII(1..<text.count - 1, without: 0x3C)
        #expect(isVisible == (byte > 0x20 && byte < 0x7F && byte != 0x3C), "\(byte) at \(place)")
      }
    }
  }
}

@Suite struct MojibakeTests {
  /// Encodes what is UTF-8 already once more, as a program does that takes it for Windows-1252.
  static func twice(_ text: String) -> [UInt8] {
    Array(Charset("windows-1252").decode([0x20].span).text.utf8.dropFirst())
      + Array(text.utf8).flatMap { byte -> [UInt8] in
        byte < 0x80 ? [byte] : Array(Charset("windows-1252").decode([byte].span).text.utf8)
      }
  }

  @Test func takesTheSecondEncodingOff() {
    let text = "Déjà vu à côté"
    let damaged = Self.twice(text)
    let repaired = Mojibake.repaired(damaged.span)
    #expect(repaired.map { String(decoding: $0, as: UTF8.self) } == text)
  }

  @Test(arguments: ["Déjà vu à côté", "plain", "", "Ã© is what é became, Ã¨ what è", "Ã©"])
  func leavesSoundTextAlone(text: String) {
    let bytes = Array(text.utf8)
    let repaired = Mojibake.repaired(bytes.span)
    #expect(repaired == nil)
  }
}
