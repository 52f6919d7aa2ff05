internal import Discussion

/// The list that a tag at the start of a subject names: `[commons-l] Re: …`.
enum SubjectTag {
  private static let notLists: Set<String> = [
    "patch", "rfc", "ann", "announce", "announcement", "bug", "ot", "off-topic", "fwd", "fyi",
    "pull", "git", "resend", "solved", "question", "help", "news", "admin", "test", "spam",
  ]

  static func venue(of subject: String?) -> Venue? {
    guard let subject else { return nil }
    var rest = subject[...]
    // At most a few reply marks stand before the tag.
    for _ in 0..<4 {
      rest = rest.drop(while: \.isWhitespace)
      if rest.first == "[", let close = rest.firstIndex(of: "]") {
        let tag = rest[rest.index(after: rest.startIndex)..<close]
        guard isListName(tag) else { return nil }
        return VenueNaming.venue(named: String(tag), kind: .list)
      }
      guard let colon = rest.prefix(8).firstIndex(of: ":"),
        rest[..<colon].allSatisfy({ $0.isLetter })
      else { return nil }
      rest = rest[rest.index(after: colon)...]
    }
    return nil
  }

  private static func isListName(_ tag: Substring) -> Bool {
    let name = tag.lowercased()
    return name.utf8.count >= 3 && name.utf8.count <= 40 && !notLists.contains(name)
      && name.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_.+".unicodeScalars.contains($0)
      } && name.contains(where: \.isLetter)
  }
}
