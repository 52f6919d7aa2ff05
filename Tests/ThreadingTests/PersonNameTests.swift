import Testing

@testable import Threading

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

  @Test(arguments: [0.0, -0.001, -1, -7.25, -49.9])
  func theExponentialIsThatOfTheLibrary(_ x: Double) {
    let table = [
      0.0: 1.0, -0.001: 0.999_000_499_833_375, -1: 0.367_879_441_171_442,
      -7.25: 0.000_710_174_388_842, -49.9: 2.131_598_0e-22,
    ]
    let expected = table[x] ?? 0
    #expect(abs(Exponential.of(x) - expected) <= 1e-6 * expected)
  }

  @Test(arguments: [
    (1.0, 0.0), (2, 0.693_147_180_559_945), (10, 2.302_585_092_994_046),
    (1e6, 13.815_510_557_964_274),
  ])
  func theLogarithmIsThatOfTheLibrary(_ x: Double, _ expected: Double) {
    #expect(abs(Logarithm.of(x) - expected) < 1e-9)
  }
}
