import HTMLTree
import Testing

/// How a page's charset is settled, by what its bytes are rather than what it says.
@Suite struct PageTextTests {
  static func text(_ bytes: [UInt8]) -> (String, PageText) {
    let page = PageText(decoding: bytes)
    return (String(decoding: page.bytes, as: UTF8.self), page)
  }

  static func page(_ label: String, _ body: [UInt8]) -> [UInt8] {
    Array("<meta http-equiv=Content-Type content='text/html; charset=\(label)'><p>".utf8) + body
  }

  @Test func readsLatinLabelsAsWindows1252() {
    for label in ["us-ascii", "ISO-8859-1", "latin1"] {
      let (text, page) = Self.text(Self.page(label, [0x93, 0x6E, 0xE4, 0x94]))
      #expect(text.hasSuffix("\u{201C}nä\u{201D}"))
      #expect(page.charset == "windows-1252")
    }
  }

  @Test func believesUTF8BytesRatherThanAFalseLabel() {
    let (text, page) = Self.text(Self.page("iso-8859-1", Array("naïve — ok".utf8)))
    #expect(text.hasSuffix("naïve — ok"))
    #expect(page.isFalselyDeclared)
  }

  @Test func readsLatinBytesThatAreCalledUTF8() {
    let (text, page) = Self.text(Self.page("utf-8", [0x6E, 0xE4, 0x68]))
    #expect(text.hasSuffix("näh"))
    #expect(page.isFalselyDeclared)
  }

  @Test func keepsUTF8WithOneBrokenPlace() {
    let body = Array(String(repeating: "äöü ", count: 20).utf8) + [0xC3]
    let (text, page) = Self.text(Self.page("utf-8", body))
    #expect(text.contains("äöü"))
    #expect(page.replacementCount == 1)
  }

  @Test func readsEachPlaceOfAMixedPageAsWhatItIs() {
    let mixed =
      Array("Zoë said ".utf8) + [0x93, 0x6F, 0x75, 0xEF, 0x21, 0x94] + Array(" – and €".utf8)
    for label in ["utf-8", "iso-8859-1"] {
      let (text, page) = Self.text(Self.page(label, mixed))
      #expect(text.hasSuffix("Zoë said \u{201C}ouï!\u{201D} – and €"))
      #expect(page.replacementCount == 0)
    }
    // A character that was cut off is no two others.
    let (text, page) = Self.text(Self.page("utf-8", Array("äöü ".utf8) + [0xE2, 0x80, 0x20]))
    #expect(text.hasSuffix("äöü \u{FFFD} "))
    #expect(page.replacementCount == 1)
  }

  @Test func readsUTF16WithoutAByteOrderMark() {
    let wide = "<p>ä</p>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(Self.text(wide).0 == "<p>ä</p>")
  }

  @Test func readsJapaneseEscapesWithoutALabel() {
    let (text, page) = Self.text(Array("<PRE>\u{1B}$BMh\u{1B}(B</PRE>".utf8))
    #expect(text == "<PRE>来</PRE>")
    #expect(page.charset == "iso-2022-jp")
  }

  @Test func dropsAByteOrderMark() {
    #expect(Self.text([0xEF, 0xBB, 0xBF, 0x61]).0 == "a")
    #expect(Self.text([0xFF, 0xFE, 0x61, 0x00]).0 == "a")
  }
}
