import Testing

@testable import Threading

struct EvidenceModelTests {
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
