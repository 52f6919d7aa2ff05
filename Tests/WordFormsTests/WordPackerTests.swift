import Testing

@testable import WordForms

/// What stands in a packed text: the words and whether each stands at the place of the one before.
private func unpacked(_ packed: [UInt8]) -> [(word: String, isColocated: Bool)] {
  var words: [(word: String, isColocated: Bool)] = []
  var index = 1
  while index < packed.count {
    let count = Int(packed[index] & 0x7f)
    words.append(
      (
        String(decoding: packed[(index + 1)..<(index + 1 + count)], as: UTF8.self),
        packed[index] & 0x80 != 0
      ))
    index += 1 + count
  }
  return words
}

@Suite struct WordPackerTests {
  @Test(arguments: [
    "", "Volunteer labour, café!", "C++ and .NET #tag @ada", "公共の議論 and more", "Straße",
  ])
  func packsWhatTheScannerGives(text: String) {
    var packer = WordPacker()
    let words = unpacked(packer.pack(text, language: "en"))
    var scanner = IndexScanner(tellsInitials: true)
    var expected: [(word: String, isColocated: Bool)] = []
    let bytes = Array(text.utf8)
    while scanner.next(in: bytes.span) {
      let word = scanner.withBytes { span in
        String(decoding: span.indices.map { span[$0] }, as: UTF8.self)
      }
      expected.append((word, scanner.isColocated))
    }
    #expect(words.map(\.word) == expected.map(\.word))
    #expect(words.map(\.isColocated) == expected.map(\.isColocated))
    #expect(packer.pack(text, language: "en").first == WordPacker.mark)
  }

  @Test func tellsEachFirstLetterOnceAtTheWord() {
    var packer = WordPacker()
    let words = unpacked(packer.pack("able about bold", language: nil))
    #expect(words.map(\.word) == ["able", "\u{5}a", "about", "bold", "\u{5}b"])
    #expect(words.map(\.isColocated) == [false, true, false, false, true])
  }

  @Test func collectsEachFormOnceForEachLanguage() {
    var packer = WordPacker()
    _ = packer.pack("Läuft läuft running", language: "de")
    _ = packer.pack("running", language: "en")
    #expect(Set(packer.forms.keys) == ["de", "en"])
    func words(_ language: String) -> [String] {
      unpacked([0] + packer.forms[language, default: []]).map(\.word)
    }
    #expect(words("de") == ["läuft", "lauft", "running", "running"])
    #expect(words("en") == ["running", "running"])
  }
}
