import Testing

@testable import ArchiveStore

struct ProseMeasureTests {
  private func share(_ text: String) -> Double {
    let scalars = Array(text.unicodeScalars)
    return ProseMeasure(scalars).share(of: 0..<scalars.count)
  }

  @Test(
    "sentences are prose",
    arguments: [
      "We never agreed on the rent, did we?",
      "\u{201c}No,\u{201d} she said (quietly) \u{2014} \u{2018}never\u{2019}.",
      "\u{a1}Qu\u{e9} \u{e1}rbol m\u{e1}s alto!",
      "\u{41c}\u{44b} \u{44d}\u{442}\u{43e} \u{43d}\u{435} \u{440}\u{435}\u{448}\u{438}\u{43b}\u{438}.",
      "\u{691c}\u{7d22}\u{306e}\u{8a71}\u{3092}\u{3057}\u{307e}\u{3057}\u{305f}\u{3002}\u{732b}\u{3082}\u{3044}\u{307e}\u{3057}\u{305f}\u{3002}",
      "don't well-known *really* _so_",
    ])
  func isProse(text: String) {
    #expect(share(text) == 1)
  }

  @Test(
    "logs, paths and code are not",
    arguments: [
      "/usr/lib/ferry.so 12:30:01 [0x7f] x=1 a_b fooBar ${HOME} <a@example.org> ||| ---", "",
      "  \n ",
    ])
  func isNotProse(text: String) {
    #expect(share(text) == 0)
  }

  @Test func eachStretchIsMeasuredByItself() {
    let text = Array("plain words /etc/x/y 10.0.0.1".unicodeScalars)
    let measure = ProseMeasure(text)
    #expect(measure.share(of: 0..<11) == 1)
    #expect(measure.share(of: 12..<text.count) == 0)
    #expect(abs(measure.share(of: 0..<20) - 10.0 / 18) < 0.001)
  }
}
