import Testing
import WordForms

struct WordScannerTests {
  /// The words of a text; those at the place of the word before stand in brackets.
  private func words(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var scanner = WordScanner()
    var words: [String] = []
    while scanner.next(in: bytes.span) {
      let word = scanner.folded.text
      words.append(scanner.isColocated ? "[\(word)]" : word)
    }
    return words.joined(separator: " ")
  }

  @Test(arguments: [
    ("Hello, World", "hello world"),
    ("Café CAFÉ cafe\u{301}", "cafe cafe cafe"),
    ("Straße STRASSE", "strasse strasse"),
    ("İstanbul ısı IĞDIR", "istanbul isi igdir"),
    ("Łódź Ærø Þór", "lodz aero thor"),
    ("Ὀδυσσεύς ΟΔΥΣΣΕΥΣ", "οδυσσευσ οδυσσευσ"),
    ("ещё ЕЩЕ йод", "еще еще йод"),
    ("ＡＢＣ１２ ﬁsh", "abc12 fish"),
    ("כֹּהֵן كِتَابٌ أحمد", "כהן كتاب احمد"),
    ("co\u{ad}operate", "cooperate"),
    ("C++ and C# and .NET", "c [c++] and c [c#] and net [.net]"),
    ("C++11 a+b x#y", "c [c++] 11 a b x y"),
    ("#topic @ada (#tag)", "topic [#topic] ada [@ada] tag [#tag]"),
    ("ada@example.org", "ada example org"),
    ("end. Next ...and", "end next and"),
    ("don\u{2019}t l'homme", "don t l homme"),
    ("foo_bar-baz.txt", "foo bar baz txt"),
    ("東京都", "東京 京都 [都]"),
    ("猫", "猫"),
    ("猫 and 犬小屋x", "猫 and 犬小 小屋 [屋] x"),
    ("한국어를", "한국 국어 어를 [를]"),
    ("ภาษา", "ภา าษ ษา [า]"),
    ("👍 ok", "👍 ok"),
    ("a\u{ff}b", "ayb"),
    ("", ""),
  ])
  func splits(text: String, expected: String) {
    #expect(words(text) == expected)
  }

  @Test func partsAtBytesThatAreNotText() {
    let bytes: [UInt8] = [0x61, 0xff, 0x62, 0xe6, 0x9d, 0x63, 0xc3]
    var scanner = WordScanner()
    var words: [String] = []
    while scanner.next(in: bytes.span) { words.append(scanner.folded.text) }
    #expect(words == ["a", "b", "c"])
  }

  @Test func cutsLongWords() {
    let bytes = Array(String(repeating: "é", count: 1000).utf8)
    var scanner = WordScanner()
    let hasFirst = scanner.next(in: bytes.span)
    #expect(hasFirst)
    #expect(scanner.folded.text == String(repeating: "e", count: WordScanner.byteLimit))
    #expect(scanner.range == 0..<2000)
    let hasSecond = scanner.next(in: bytes.span)
    #expect(!hasSecond)
  }

  @Test(arguments: [
    ("en", "running", "run"), ("en", "lists", "list"), ("de", "häuser", "haus"),
    ("fr", "évolutions", "evolu"), ("ru", "спорами", "спор"), ("es", "canciones", "cancion"),
  ])
  func stems(language: String, word: String, stem: String) throws {
    let stemmer = try #require(Stemmer(language: language))
    let bytes = Array(word.utf8)
    let found = String(decoding: stemmer.foldedStem(bytes.span), as: UTF8.self)
    #expect(found == stem)
  }
}

struct LanguageGuessTests {
  @Test(arguments: [
    ("I think that we should ask the others before we decide.", "en"),
    ("Ich denke, dass wir die anderen fragen sollten, bevor wir das entscheiden.", "de"),
    ("Je pense que nous devrions demander aux autres avant de décider.", "fr"),
    ("Creo que deberíamos preguntar a los demás antes de decidir.", "es"),
    ("Penso che dovremmo chiedere agli altri prima di decidere.", "it"),
    ("Acho que devemos perguntar aos outros antes de decidir, não é?", "pt"),
    ("Ik denk dat we het aan de anderen moeten vragen voordat we beslissen.", "nl"),
    ("Jag tror att vi borde fråga de andra innan vi bestämmer oss.", "sv"),
    ("Jeg tror at vi bør spørre de andre før vi bestemmer oss, ikke sant?", "no"),
    ("Myślę, że powinniśmy zapytać innych, zanim się na to zdecydujemy.", "pl"),
    ("Я думаю, что мы должны спросить других, прежде чем решать.", "ru"),
    ("Я думаю, що ми маємо запитати інших, перш ніж вирішувати.", "uk"),
    ("Νομίζω ότι πρέπει να ρωτήσουμε τους άλλους.", "el"),
    ("決める前に他の人に聞くべきだと思います。", "ja"),
    ("我认为我们应该在决定之前询问其他人。", "zh"),
    ("결정하기 전에 다른 사람들에게 물어봐야 한다고 생각합니다.", "ko"),
    ("ผมคิดว่าเราควรถามคนอื่นก่อน", "th"),
    ("أعتقد أنه يجب أن نسأل الآخرين", "ar"),
    ("אני חושב שצריך לשאול את האחרים", "he"),
    ("Bence karar vermeden önce diğerlerine de sormalıyız, ama bu çok zor değil.", "tr"),
  ])
  func tells(text: String, language: String) {
    #expect(LanguageGuess.language(of: text) == language)
  }

  @Test(arguments: ["", "ok", "+1", "https://example.org/a/b", "int main(void) { return 0; }"])
  func doesNotGuessFromNothing(text: String) {
    #expect(LanguageGuess.language(of: text) == nil)
  }
}
