/// The part of a subject that names the topic (after RFC 5256 §2.1, with the prefixes of other languages).
enum SubjectBase {
  /// The subject without `Re:` and `Fwd:`, nor the list tags before them.
  static func shown(_ subject: String) -> String {
    var rest = DisplayText.line(subject)[...]
    while let shorter = withoutPrefix(rest), !shorter.isEmpty { rest = shorter }
    return String(rest)
  }

  /// What two subjects of one topic share: tags that a list may have added to one of them do not count.
  static func folded(_ subject: String) -> String {
    var rest = shown(subject)[...]
    while rest.first == "[", let close = rest.firstIndex(of: "]") {
      let tail = rest[rest.index(after: close)...].drop { $0 == " " }
      guard !tail.isEmpty else { break }
      rest = tail
    }
    return rest.lowercased()
  }

  private static func withoutPrefix(_ text: Substring) -> Substring? {
    var text = text
    // `[PATCH] x` names the topic; a tag is the list's where `Re:` follows.
    for _ in 0..<3 {
      guard text.first == "[", let close = text.firstIndex(of: "]") else { break }
      text = text[text.index(after: close)...].drop { $0 == " " }
    }
    guard let colon = text.prefix(12).firstIndex(of: ":") else { return nil }
    let word = text[..<colon].prefix { !"[(^ 0123456789".contains($0) }
    let tail = text[word.endIndex..<colon]
    guard prefixes.contains(word.lowercased()),
      tail.allSatisfy({ "[]()^ 0123456789".contains($0) })
    else { return nil }
    return text[text.index(after: colon)...].drop { $0 == " " }
  }

  private static let prefixes: Set<String> = [
    "re", "fw", "fwd", "aw", "wg", "sv", "vs", "vb", "antw", "tr", "rv", "res", "rif", "odp", "ynt",
    "回复", "答复", "转发",
  ]
}
