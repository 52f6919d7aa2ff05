import Testing

@testable import Digests

@Suite struct CuePhraseTests {
  @Test(arguments: [
    ("I strongly disagree with that.", false, true),
    ("No, that is not what they said.", true, true),
    // Within an answer these words answer nobody.
    ("No, that is not what they said.", false, false),
    ("But count them in the open.", false, false), ("No problem, take your time.", true, false),
    ("I don't object to any of it.", false, false), ("I'm afraid that cannot scale.", false, true),
  ])
  func disagreementNeedsItsWordsInTheirPlace(text: String, isOpening: Bool, isFound: Bool) {
    #expect(
      (OutcomeCues.disagreement(CueSentence(text), isOpening: isOpening, isNear: isOpening) >= 0.9)
        == isFound)
  }

  @Test(arguments: [
    ("We decided to stop.", 3.0), ("If the patch was accepted, we could go on.", 0),
    ("It has not been accepted.", 0),
    ("It could as well have been the opposite and have been resolved in time.", 0),
  ])
  func anOutcomeIsStatedAndNotWishedFor(text: String, weight: Double) {
    #expect(OutcomeCues.outcome(CueSentence(text)) == weight)
  }

  @Test(arguments: [
    ("Has some online project tried it?", true), ("They accept only fixes, right?", false),
    ("(they only accept fixes?)", false), ("removed from the list ?", false),
  ])
  func onlyWholeQuestionsWaitForAnswers(text: String, asks: Bool) {
    #expect(CueSentence(text).asks == asks)
  }
}
