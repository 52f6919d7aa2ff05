import Testing

@testable import Commands

struct GlobalArgumentsTests {
  @Test(
    "global options from before the command stand behind it",
    arguments: [
      ("search word", "search word"),
      ("--json search word", "search word --json"),
      ("--archive a.thresh search word", "search word --archive a.thresh"),
      ("--archive=a.thresh search word", "search word --archive=a.thresh"),
      ("-q --color never threads", "threads -q --color never"),
      ("--json --quiet --verbose show k3v9", "show k3v9 --json --quiet --verbose"),
      ("--json search -- --json", "search --json -- --json"),
      ("--archive a search x --archive b", "search x --archive b"),
      ("--archive a search x --archive=b", "search x --archive=b"),
      ("--archive=a search x --archive b", "search x --archive b"),
      ("--json", "--json"), ("--archive", "--archive"), ("--archive a", "--archive a"),
      ("--json --help", "--json --help"), ("--version", "--version"), ("", ""),
      ("--limit 3 search", "--limit 3 search"),
      ("search --json", "search --json"),
    ])
  func standBehindIt(typed: String, moved: String) {
    let words = typed.split(separator: " ").map(String.init)
    #expect(GlobalArguments.moved(words).joined(separator: " ") == moved)
  }

  @Test func valuesAreNeverTakenApart() {
    let typed = ["--archive", "my lists.thresh", "search", "two words"]
    #expect(
      GlobalArguments.moved(typed) == ["search", "two words", "--archive", "my lists.thresh"])
  }
}

struct ChoiceTests {
  enum Colour: String, CaseIterable { case red, green }

  @Test func aWordStandsForItsValue() throws {
    #expect(try Choice.parse("green") as Colour == .green)
  }

  @Test("another word is refused with all that would do", arguments: ["blue", "", "Red", "red "])
  func anotherWordIsRefused(word: String) {
    let failure = #expect(throws: (any Error).self) { try Choice.parse(word) as Colour }
    #expect(failure.map { "\($0)" }?.contains("red, green") == true)
  }
}

struct CountsTests {
  @Test(
    "digits stand in groups of three",
    arguments: [
      (0, "0"), (7, "7"), (999, "999"), (1_000, "1,000"), (100_000, "100,000"),
      (1_234_567, "1,234,567"), (-1, "-1"), (-1_000, "-1,000"), (-999, "-999"),
    ])
  func digitsStandInGroups(number: Int, text: String) {
    #expect(Counts.grouped(number) == text)
  }

  @Test(
    "one thing is told from many",
    arguments: [(0, "0 posts"), (1, "1 post"), (2, "2 posts"), (1_000, "1,000 posts")])
  func oneIsToldFromMany(number: Int, text: String) {
    #expect(Counts.of(number, "post") == text)
  }

  @Test func aWordMayHaveAPluralOfItsOwn() {
    #expect(
      Counts.of(2, "copy", "copies") == "2 copies" && Counts.of(1, "copy", "copies") == "1 copy")
  }
}
