import Testing

@testable import Commands

struct SafeTextTests {
  @Test(
    "what could steer a terminal is shown instead",
    arguments: [
      ("plain", "plain"),
      ("\u{1b}[31mred\u{1b}[0m", "\\u{1b}[31mred\\u{1b}[0m"),
      ("bell\u{7}", "bell\\u{7}"),
      ("back\u{8}space", "back\\u{8}space"),
      ("\u{9b}31mred", "\\u{9b}31mred"),
      ("\u{9d}0;title\u{9c}", "\\u{9d}0;title\\u{9c}"),
      ("abc\u{202e}cba", "abc\\u{202e}cba"),
      ("\u{2066}isolate\u{2069}", "\\u{2066}isolate\\u{2069}"),
      ("mark\u{200e}\u{200f}", "mark\\u{200e}\\u{200f}"),
      ("zero\u{200b}width", "zero\\u{200b}width"),
      ("\u{feff}mark", "\\u{feff}mark"),
      ("tag\u{e0041}", "tag\\u{e0041}"),
      ("del\u{7f}", "del\\u{7f}"),
      ("nul\u{0}", "nul\\u{0}"),
      ("żółw 日本 🐢", "żółw 日本 🐢"),
      ("👩‍👩‍👧", "👩‍👩‍👧"),
      ("نامه‌ای", "نامه‌ای"),
      ("e\u{301}", "e\u{301}"),
    ])
  func isShownInstead(text: String, safe: String) {
    #expect(SafeText.line(text) == safe)
    #expect(SafeText.lines(text) == safe)
  }

  @Test func oneLineStaysOneLine() {
    #expect(SafeText.line(" a\n b\tc\r\nd\u{85}e\u{2028}f  ") == "a b c d e f")
  }

  @Test func linesKeepTheirBreaksAndNothingElse() {
    #expect(SafeText.lines("a\n\nb\tc") == "a\n\nb    c")
    #expect(SafeText.lines("a\rb") == "a\\u{d}b")
  }

  @Test func aCarriageReturnBeforeALineFeedIsNoCharacterToHideBehind() {
    // Swift takes the two for one character.
    #expect(SafeText.lines("kept\r\nkept").unicodeScalars.contains("\r") == false)
    #expect(SafeText.lines("over\r\nwritten\r").contains("\u{d}") == false)
  }
}

struct ColumnsTests {
  @Test(
    "text takes as many columns as a terminal gives it",
    arguments: [
      ("", 0), ("abc", 3), ("żółw", 4), ("e\u{301}", 1), ("日本", 4), ("한국", 4), ("ﾊﾛ", 2),
      ("ＡＢ", 4), ("🐢", 2), ("…", 1), ("a\u{200d}b", 2), ("ä\u{308}", 1),
    ])
  func takesColumns(text: String, width: Int) {
    #expect(Columns.width(text) == width)
  }

  @Test(
    "a cut text fits and says that it was cut",
    arguments: [
      ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("abcdef", 1, "…"), ("日本語", 6, "日本語"),
      ("日本語", 5, "日本…"), ("日本語", 4, "日…"), ("日本語", 2, "…"),
      ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"), ("", 0, ""),
    ])
  func isCut(text: String, limit: Int, cut: String) {
    #expect(Columns.cut(text, to: limit) == cut)
    #expect(Columns.width(Columns.cut(text, to: limit)) <= limit)
  }

  @Test(
    "a fitted text has just the width",
    arguments: ["", "a", "日本", "日本語の本", "e\u{301}", "long enough to be cut"])
  func isFitted(text: String) {
    #expect(Columns.width(Columns.fit(text, 8)) == 8)
    #expect(Columns.width(Columns.fit(text, 8, alignRight: true)) == 8)
  }

  @Test func numbersAlignAtTheRight() {
    #expect(Columns.fit("12", 5, alignRight: true) == "   12" && Columns.fit("12", 5) == "12   ")
  }

  @Test(
    "lines break at blanks and lose no word",
    arguments: [5, 10, 20, 80])
  func breakAtBlanks(limit: Int) {
    let text = "a crowd is a small community that was there before; what is left over stays"
    let lines = Columns.wrap(text, to: limit)
    #expect(lines.flatMap { $0.split(separator: " ") } == text.split(separator: " "))
    for line in lines where line.contains(" ") { #expect(Columns.width(line) <= limit) }
  }

  @Test func wideTextWrapsByItsColumns() {
    #expect(Columns.wrap("日本 日本 日本", to: 9) == ["日本 日本", "日本"])
  }

  @Test func whatIsQuotedStaysMarkedOnEachLine() {
    #expect(Columns.wrap("> one two three", to: 10) == ["> one two", "> three"])
  }

  @Test func aLineOfMarksDoesNotMakeMoreThanItIs() {
    let text = String(repeating: ">", count: 2_000) + String(repeating: " word", count: 2_000)
    let written = Columns.wrap(text, to: 80).reduce(0) { $0 + $1.utf8.count }
    #expect(written < 20 * text.utf8.count)
  }

  @Test func lineFeedsStay() {
    #expect(Columns.wrap("a\n\nb\n", to: 10) == ["a", "", "b", ""])
  }

  @Test func aWordThatIsTooLongStandsAlone() {
    let link = "https://example.org/" + String(repeating: "x", count: 40)
    #expect(Columns.wrap("see \(link) there", to: 20) == ["see", link, "there"])
  }
}

struct StyleTests {
  @Test func coloursAreWrittenOnlyWhereTheyAreWanted() {
    #expect(Terminal(color: .never).styled("word", .match) == "word")
    #expect(Terminal(color: .always).styled("word", .match) == "\u{1b}[1;33mword\u{1b}[0m")
    #expect(Terminal(color: .always).styled("", .match) == "")
  }
}
