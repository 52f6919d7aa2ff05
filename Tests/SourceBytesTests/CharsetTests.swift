import SourceBytes
import Testing

@Suite struct CharsetTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let label: String
    let bytes: [UInt8]
    let text: String
    var lost = 0
    var testDescription: String { "\(label): \(text)" }
  }

  @Test(arguments: [
    Case(label: "us-ascii", bytes: Array("plain".utf8), text: "plain"),
    Case(label: "utf-8", bytes: Array("Grüße 😀".utf8), text: "Grüße 😀"),
    Case(label: "\"UTF8\"; format=flowed", bytes: Array("é".utf8), text: "é"),
    Case(label: "utf-8*en", bytes: Array("é".utf8), text: "é"),
    Case(label: "iso-8859-1", bytes: [0x93, 0xE9, 0x94], text: "“é”"),
    Case(label: "ISO_8859-15", bytes: [0xA4], text: "€"),
    Case(label: "us-ascii", bytes: [0x63, 0xE9], text: "cé"),
    Case(label: "unknown-8bit", bytes: Array("naïve".utf8), text: "naïve"),
    Case(label: "x-unknown", bytes: [0x6E, 0xEF], text: "nï"),
    Case(label: "no-such-set", bytes: [0xE9], text: "é"),
    Case(label: "", bytes: [0xC3, 0xA9, 0x0A, 0xE9], text: "é\né"),
    Case(label: "koi8-r", bytes: [0xF0, 0xD2, 0xC9], text: "При"),
    Case(label: "x-cp1251", bytes: [0xCF, 0xF0, 0xE8], text: "При"),
    Case(label: "gb2312", bytes: [0xC4, 0xE3, 0x80], text: "你\u{FFFD}", lost: 1),
    Case(label: "gb2312", bytes: [0xE9, 0x46], text: "镕"),
    Case(label: "big5", bytes: [0xA7, 0x41], text: "你"),
    Case(label: "shift_jis", bytes: [0x93, 0xFA, 0x87, 0x40], text: "日①"),
    Case(label: "ks_c_5601-1987", bytes: [0xB0, 0xA1, 0x81, 0x41], text: "가갂"),
    Case(
      label: "iso-2022-jp", bytes: [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x4B, 0x5C, 0x1B, 0x28, 0x42],
      text: "日本"),
    Case(
      label: "", bytes: [0x61, 0x1B, 0x24, 0x42, 0x46, 0x7C, 0x1B, 0x28, 0x42], text: "a日"),
    Case(label: "hz-gb-2312", bytes: Array("~{<:Ky2;~} ~~".utf8), text: "己所不 ~"),
    Case(
      label: "utf-7", bytes: Array("Hi Mom -+Jjo--! 1+-1 +AOk-".utf8), text: "Hi Mom -☺-! 1+1 é"),
    Case(label: "utf-7", bytes: Array("a + b = +c".utf8), text: "a + b = +c"),
    Case(label: "utf-16", bytes: [0xFF, 0xFE, 0x41, 0, 0xE9, 0], text: "Aé"),
    Case(label: "utf-16", bytes: [0, 0x41, 0, 0xE9], text: "Aé"),
    Case(label: "utf-16le", bytes: [0x41, 0, 0xE9, 0], text: "Aé"),
    Case(label: "utf-16", bytes: Array("plain\r\nafter all".utf8), text: "plain\r\nafter all"),
    Case(label: "utf-32be", bytes: [0, 0, 0, 0x41], text: "A"),
    Case(label: "", bytes: [0xEF, 0xBB, 0xBF, 0x41], text: "A"),
    Case(label: "windows-1252", bytes: [0x41, 0x81], text: "A\u{FFFD}", lost: 1),
    Case(label: "x-mac-roman", bytes: [0x8E], text: "é"),
    Case(label: "iso-8859-8-i", bytes: [0xF9], text: "ש"),
  ])
  func readsEachCharset(_ example: Case) {
    let decoded = Charset(example.label).decode(example.bytes.span)
    #expect(decoded.text == example.text)
    #expect(decoded.replacementCount == example.lost)
  }

  @Test func believesBytesMoreThanALabel() {
    let utf8 = Array("déjà vu – naïve".utf8)
    for label in ["iso-8859-1", "windows-1252", "euc-kr", "us-ascii"] {
      let decoded = Charset(label).decode(utf8.span)
      #expect(decoded.text == "déjà vu – naïve", "label \(label)")
    }
    let lie = Charset("iso-8859-1").decode(utf8.span)
    #expect(lie.isMislabelled)
    let latin = Charset("utf-8").decode([0x63, 0x61, 0x66, 0xE9].span)
    #expect(latin.text == "café")
    #expect(latin.isMislabelled)
  }

  @Test func goesOnBehindIllegalBytes() {
    let decoded = Charset("shift_jis").decode([0x41, 0xFF, 0x42, 0x93, 0xFA, 0x43].span)
    #expect(decoded.text == "A\u{FFFD}B日C")
    #expect(decoded.replacementCount == 1)
    let cut = Charset("utf-8").decode([0xC3, 0xA9, 0x20, 0xE2, 0x82].span)
    #expect(cut.text == "é \u{FFFD}")
  }

  @Test(
    arguments: [
      ([0x61], "us-ascii"), ([0xC3, 0xA9], "utf-8"), ([0xE9, 0x20], "windows-1252"),
      ([0x1B, 0x24, 0x42, 0x46, 0x7C], "iso-2022-jp"), ([0xFF, 0xFE, 0x41, 0x00], "utf-16le"),
    ] as [([UInt8], String)])
  func detectsWhatBytesTell(bytes: [UInt8], label: String) {
    let detected = Charset.detect(bytes.span)
    #expect(detected.label == label)
  }

  @Test func decodesManyIllegalBytesInLinearTime() {
    let bytes = [UInt8](repeating: 0xFF, count: 1 << 20)
    for label in ["euc-jp", "gb18030", "utf-8", "iso-2022-kr", "utf-16"] {
      let decoded = Charset(label).decode(bytes.span)
      #expect(!decoded.text.isEmpty)
    }
  }

  /// Texts of our own in charsets that nothing names.
  static let unlabelled: [(name: String, bytes: [UInt8], text: String)] = [
    (
      "KOI8-R", [0xF0, 0xD2, 0xC9, 0xD7, 0xC5, 0xD4, 0x2C, 0x20, 0xCD, 0xC9, 0xD2, 0x21],
      "Привет, мир!"
    ),
    (
      "windows-1251", [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2, 0x2C, 0x20, 0xEC, 0xE8, 0xF0, 0x21],
      "Привет, мир!"
    ),
    (
      "ISO-8859-5", [0xBF, 0xE0, 0xD8, 0xD2, 0xD5, 0xE2, 0x2C, 0x20, 0xDC, 0xD8, 0xE0, 0x21],
      "Привет, мир!"
    ),
    ("EUC-JP", [0xA4, 0xB3, 0xA4, 0xF3, 0xA4, 0xCB, 0xA4, 0xC1, 0xA4, 0xCF], "こんにちは"),
    ("Shift_JIS", [0x82, 0xB1, 0x82, 0xF1, 0x82, 0xC9, 0x82, 0xBF, 0x82, 0xCD], "こんにちは"),
    ("EUC-KR", [0xBE, 0xC8, 0xB3, 0xE7, 0xC7, 0xCF, 0xBC, 0xBC, 0xBF, 0xE4], "안녕하세요"),
    ("GB2312", [0xCE, 0xD2, 0xC3, 0xC7, 0xB6, 0xBC, 0xCA, 0xC7, 0xD1, 0xA7, 0xC9, 0xFA], "我们都是学生"),
    ("Big5", [0xA7, 0xDA, 0xAD, 0xCC, 0xB3, 0xA3, 0xAC, 0x4F, 0xBE, 0xC7, 0xA5, 0xCD], "我們都是學生"),
    (
      "Latin-1", [0x47, 0x72, 0xFC, 0xDF, 0x65, 0x20, 0xFC, 0x62, 0x65, 0x72, 0x20, 0xD6, 0x6C],
      "Grüße über Öl"
    ),
  ]

  @Test(arguments: unlabelled)
  func tellsCharsetsByTheirBytes(name: String, bytes: [UInt8], text: String) {
    #expect(Charset.decodeUnlabelled(bytes.span).text == text, "\(name)")
  }

  @Test func judgesEachRunOfLinesByItself() {
    let koi8: [UInt8] = [0xF0, 0xD2, 0xC9, 0xD7, 0xC5, 0xD4, 0x20, 0xCD, 0xC9, 0xD2, 0x0A]
    let latin: [UInt8] = [0x47, 0x72, 0xFC, 0xDF, 0x65, 0x0A]
    let utf8 = Array("Grüße\n".utf8)
    #expect(
      Charset.decodeUnlabelled((koi8 + utf8 + latin).span).text == "Привет мир\nGrüße\nGrüße\n")
  }
}
