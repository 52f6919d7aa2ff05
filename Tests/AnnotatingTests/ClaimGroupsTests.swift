import Annotating
import Testing

struct ClaimGroupsTests {
  @Test func nearlyTheSameWordsAreOneClaim() {
    let sentences = [
      "I think that the fee of five per cent is nothing but rent.",
      "The weather is fine.",
      "The fee of five per cent is nothing but rent!",
      "Who pays for the servers of the platform, then?",
      "The weather is bad.",
      "I think that the fee, of five per cent, is nothing but rent",
    ]
    #expect(ClaimGroups.leaders(of: sentences) == [0, 1, 0, 3, 4, 0])
  }

  @Test func emptyAndShortSentencesStandAlone() {
    #expect(ClaimGroups.leaders(of: ["", "", "Yes.", "yes", "No."]) == [0, 1, 2, 2, 4])
    #expect(ClaimGroups.leaders(of: []) == [])
  }
}
