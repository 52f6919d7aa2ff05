import Testing

@testable import People

struct PersonNameTests {
  @Test(arguments: [
    ("Andrew", "Andrew Pell", 0.97), ("Andrw", "Andrew", 0.8), ("Alex", "Alexander", 0.85),
    ("Jörg", "Jorg", 1), ("MARIT", "marit", 1), ("Sam", "collage", 0), ("Ann", "Anna", 0),
    ("Inés Arocena", "ines arocena", 1), ("Jo", "Johanna Smith", 0), ("", "Ada", 0),
    ("Łukasz", "Lukasz Nowak", 0.97), ("Нина", "нина", 1),
  ])
  func fitsAsPeopleSpeak(_ called: String, _ name: String, _ expected: Double) {
    let fit = PersonName(name).fit(called: PersonName(called))
    #expect(abs(fit - expected) < 0.06)
  }

  @Test(arguments: [
    ("MARTHA", "MARHTA", 0.961), ("DWAYNE", "DUANE", 0.84), ("DIXON", "DICKSONX", 0.813),
  ])
  func knowsThePublishedSimilarities(_ left: String, _ right: String, _ expected: Double) {
    let value = PersonName.jaroWinkler(Array(left.utf8), Array(right.utf8))
    #expect(abs(value - expected) < 0.001)
  }

  @Test(arguments: [("collage", true), ("Marit", false), ("night_owl", true), ("Bo77", true)])
  func tellsHandlesFromNames(_ name: String, _ isHandle: Bool) {
    #expect(PersonName(name).isHandle == isHandle)
  }

  @Test func theTableOfLatinLettersIsWhole() {
    #expect(LatinLetters.base.count == 0x180 - 0xc0)
    #expect(PersonName("ŽIŽEK").words == [Array("zizek".utf8)])
  }
}
