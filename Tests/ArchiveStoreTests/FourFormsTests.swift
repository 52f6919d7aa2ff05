import ArchiveQuery
import ArchiveStore
import Discussion
import Identity
import Ingest
import SourceBytes
import TestSupport
import Testing

/// One list that lies in a folder in four forms, each with a part of it that the next one repeats in part.
struct FourFormsTests {
  private static let words = [
    "bread", "rope", "well", "bucket", "lantern", "meadow", "harbour", "ladder", "kettle", "garden",
  ]

  private static func body(_ number: Int) -> String {
    var spoken: [String] = []
    for step in 0..<6 {
      let place = number * (step + 1) + step
      spoken.append(words[place % words.count])
    }
    return "Letter \(number) speaks of \(spoken.joined(separator: " and ")).\n\nWho agrees?\n"
  }

  /// The first twelve lie in January, the others in March.
  private static func date(_ number: Int) -> (day: Int, month: String) {
    number < 12 ? (number + 2, "Jan") : (number, "Mar")
  }

  private static func letter(_ number: Int) -> Letter {
    var letter = Letter("\(number)@example.org", body: body(number))
    let (day, month) = date(number)
    letter.date = "\(day) \(month) 2012 10:00:00 +0000"
    letter.subject = number == 0 ? "The well" : "Re: The well"
    letter.references = number == 0 ? [] : ["\(number - 1)@example.org"]
    letter.listID = "<village.example.org>"
    return letter
  }

  /// As Pipermail writes it: addresses masked, few fields.
  private static func pipermail(_ number: Int) -> String {
    let (day, month) = date(number)
    return """
      From ada at example.org  Mon \(month) \(day) 10:00:00 2012
      From: ada at example.org (Ada Example)
      Date: \(day) \(month) 2012 10:00:00 +0000
      Subject: [village] Re: The well
      In-Reply-To: <\(number - 1)@example.org>
      Message-ID: <\(number)@example.org>

      \(body(number))

      """
  }

  private static func page(_ number: Int) -> String {
    let (day, month) = date(number)
    return """
      <!-- MHonArc v2.6.19+ -->
      <!--X-Subject: Re: The well -->
      <!--X-Message-Id: \(number)@example.org -->
      <!--X-Content-Type: text/plain -->
      <!--X-Reference: \(number - 1)@example.org -->
      <!--X-Head-End-->
      <html><head><title>Re: The well</title></head><body>
      <!--X-Body-Begin-->
      <!--X-Head-of-Message-->
      <ul>
      <li><em>Subject</em>: Re: The well</li>
      <li><em>From</em>: Ada Example &lt;ada@example.org&gt;</li>
      <li><em>Date</em>: \(day) \(month) 2012 10:00:00 +0000</li>
      </ul>
      <!--X-Head-of-Message-End-->
      <!--X-Body-of-Message-->
      <pre>
      \(body(number))</pre>
      <!--X-Body-of-Message-End-->
      <!--X-MsgBody-End-->
      </body></html>
      """
  }

  /// As GNU Mailman sends it, after RFC 1153.
  private static func digest(_ numbers: Range<Int>) -> String {
    let rule = String(repeating: "-", count: 70)
    let parts = numbers.map { number in
      let (day, month) = date(number)
      return """
        Message: \(number - numbers.lowerBound + 1)
        Date: \(day) \(month) 2012 10:00:00 +0000
        From: Ada Example <ada@example.org>
        Subject: Re: The well
        Message-ID: <\(number)@example.org>

        \(body(number))

        ------------------------------


        """
    }
    return """
      From village-request@example.org Mon Mar 26 10:00:00 2012
      From: village-request@example.org
      Date: Mon, 26 Mar 2012 10:00:00 +0000
      Subject: village Digest, Vol 1, Issue 1
      Message-ID: <digest@example.org>

      Today's Topics:

         1. Re: The well (Ada Example)


      \(rule)

      \(parts.joined())End of village Digest, Vol 1, Issue 1
      **************************************

      """
  }

  @Test func givesOnePostEachAndExplainsEveryJoin() async throws {
    let folder = try ScratchFolder()
    try folder.write("village/village.mbox", (0..<10).map(Self.letter).mbox)
    try folder.write(
      "village/pipermail/2012.txt", (7..<14).map(Self.pipermail).joined(separator: "\n"))
    for number in 12..<18 {
      try folder.write("village/html/msg000\(number).html", Self.page(number))
    }
    try folder.write("village/digests/1.mbox", Self.digest(16..<20))
    let archive = try Archive()
    try await importAll([folder.path], into: archive)

    let joined = try archive.duplicates(matching: .all, today: .someDay)
    let formats = joined.map { post in
      post.copies.map(\.place.format).sorted().joined(separator: " ")
    }
    let mail = [String](repeating: "mbox pipermail-text", count: 3)
    let pages = [String](repeating: "mhonarc pipermail-text", count: 2)
    let digests = [String](repeating: "digest-text mhonarc", count: 2)
    #expect(formats == mail + pages + digests)
    #expect(joined.flatMap(\.copies).allSatisfy { $0.join.rule == .sameWords })

    let description = try archive.describe(matching: .all, today: .someDay)
    #expect(description.postCount == 20)
    #expect(description.joined == [.sameWords: 7])
    #expect(description.absentCount == 0)
    #expect(description.places.map(\.venue.id) == ["village"])
    let place = try #require(description.places.first)
    #expect(place.first?.iso8601.hasPrefix("2012-01-02") == true)
    #expect(place.last?.iso8601.hasPrefix("2012-03-19") == true)
    #expect(place.gaps.count == 1)

    let overlap = try archive.overlap(byFolder: true)
    #expect(overlap.map(\.postCount) == [10, 4, 6, 7])
    #expect(overlap.map(\.onlyHere) == [7, 2, 2, 2])
  }
}
