import Discussion
import Testing

struct VenueClaimsTests {
  private static func list(_ id: String, name: String? = nil) -> Venue {
    Venue(id: id, name: name ?? id, kind: .list)
  }

  private static func file(
    posts: Int, fallback: String = "folder", _ votes: [(VenueClaims.Origin, String, Int)]
  ) -> VenueClaims {
    VenueClaims(
      group: "/lists/", given: nil, fallback: list(fallback), postCount: posts,
      votes: votes.map { VenueClaims.Vote(origin: $0.0, venue: list($0.1), count: $0.2) })
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let claims: [VenueClaims]
    let venue: String
    var isMixed = false
  }

  static let cases: [Case] = [
    Case(
      testDescription: "half of the posts with one List-Id decide",
      claims: [file(posts: 10, [(.listID, "commons-l", 5)])], venue: "commons-l"),
    Case(
      testDescription: "less than half is not enough",
      claims: [file(posts: 11, [(.listID, "commons-l", 5)])], venue: "folder"),
    Case(
      testDescription: "files of one group vote together",
      claims: [
        file(posts: 10, [(.listID, "commons-l", 2)]), file(posts: 10, [(.listID, "commons-l", 9)]),
      ], venue: "commons-l"),
    Case(
      testDescription: "a List-Id goes before a subject tag of more posts",
      claims: [file(posts: 10, [(.subjectTag, "tag", 10), (.listID, "commons-l", 6)])],
      venue: "commons-l"),
    Case(
      testDescription: "a weak claim of a strong kind leaves the word to the next kind",
      claims: [file(posts: 10, [(.listID, "other", 1), (.subjectTag, "tag", 8)])], venue: "tag"),
    Case(
      testDescription: "List-Ids of many lists make a mixed group",
      claims: [
        file(posts: 12, [(.listID, "a", 3), (.listID, "b", 3), (.listID, "c", 3)])
      ], venue: "folder", isMixed: true),
    Case(
      testDescription: "a mixed group is not named after a tag",
      claims: [
        file(
          posts: 12,
          [(.listID, "a", 4), (.listID, "b", 4), (.listID, "c", 4), (.subjectTag, "tag", 12)])
      ], venue: "folder", isMixed: true),
    Case(
      testDescription: "without claims the smallest name of the files decides",
      claims: [file(posts: 1, fallback: "b", []), file(posts: 1, fallback: "a", [])], venue: "a"),
    Case(
      testDescription: "of equally many claims the smaller name is taken",
      claims: [file(posts: 4, [(.listID, "b", 2), (.listID, "a", 2)])], venue: "a"),
  ]

  @Test("the posts of a group say where they belong", arguments: cases)
  func postsDecide(_ item: Case) {
    let decision = VenueClaims.decide(item.claims)
    #expect(decision?.venue.id == item.venue)
    #expect(decision?.isMixed == item.isMixed)
  }

  @Test("the order of files and votes does not matter", arguments: cases)
  func orderDoesNotMatter(_ item: Case) {
    for turn in 0..<4 {
      var claims = turn % 2 == 0 ? item.claims : item.claims.reversed()
      if turn >= 2 {
        for index in claims.indices { claims[index].votes.reverse() }
      }
      #expect(VenueClaims.decide(claims) == VenueClaims.decide(item.claims))
    }
  }

  @Test func spellingsOfOneVenueAreSettledByTheSmallest() {
    let spellings = ["Commons-L", "commons-l", "COMMONS-L"]
    for start in spellings.indices {
      let votes = (0..<3).map { offset in
        VenueClaims.Vote(
          origin: .listID,
          venue: Self.list("commons-l", name: spellings[(start + offset) % 3]), count: 1)
      }
      let claims = VenueClaims(
        group: "g", given: nil, fallback: Self.list("f"), postCount: 3, votes: votes)
      #expect(VenueClaims.decide([claims])?.venue.name == "COMMONS-L")
    }
  }

  @Test func nothingIsDecidedAboutNoFiles() {
    #expect(VenueClaims.decide([]) == nil)
  }
}
