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
}
