import Testing

@testable import Arguments

struct ClaimGroupTests {
  @Test func whatIsSaidTwiceIsOneClaim() {
    let claims = [
      "Small donations will never replace public money for film.",
      "The platform keeps the addresses of all donors.",
      "Small donations never replace public money for films!",
      "Donors' addresses stay with the platform, all of them: the platform keeps all addresses.",
      "I bake bread on Sundays.",
    ]
    let groups = ClaimGroups.groups(of: claims)
    #expect(groups.contains([0, 2]))
    #expect(!groups.joined().contains(4))
  }

  @Test func aDenialIsNotTheSameClaim() {
    #expect(
      ClaimGroups.groups(of: [
        "Crowdfunding scales to feature films.", "Crowdfunding does not scale to feature films.",
      ]).isEmpty)
  }

  @Test(
    "nothing is alike to nothing",
    arguments: [[], [""], ["", ""], ["Yes.", "Yes."], ["one two", "one two"]])
  func nothingIsAlike(claims: [String]) {
    #expect(ClaimGroups.groups(of: claims).isEmpty)
  }

  @Test func manySentencesAreGroupedInOrder() {
    let claims = (0..<2000).map { "The harbour number \($0 % 500) needs another crane quickly." }
    let groups = ClaimGroups.groups(of: claims)
    #expect(groups.allSatisfy { $0 == $0.sorted() })
    #expect(groups.map { $0[0] } == groups.map { $0[0] }.sorted())
  }
}
