package import Discussion

/// Says in words why a post is held to answer another.
package enum EvidenceWords {
  /// One phrase such as `likely: "Hey Andrew" names the author of comment 3`; nil where a header states the link.
  ///
  /// - Parameters:
  ///   - child: The post that answers.
  ///   - parent: The post that is answered.
  static func explain(_ link: ReplyLink, child: Post, parent: Post) -> String? {
    guard let reason = link.reasons.first, reason.kind != .header else { return nil }
    return "\(link.certainty.rawValue): \(words(for: reason, child: child, parent: parent))"
  }

  /// Every reason for a link, headers too, such as `certain: its In-Reply-To field names that post`.
  ///
  /// - Parameters:
  ///   - child: The post that answers.
  ///   - parent: The post that is answered.
  package static func explainInFull(_ link: ReplyLink, child: Post, parent: Post) -> String {
    let reasons = link.reasons.map { words(for: $0, child: child, parent: parent) }
    return "\(link.certainty.rawValue): \(reasons.joined(separator: "; "))"
  }

  private static func words(for reason: Evidence, child: Post, parent: Post) -> String {
    let place = name(parent)
    let detail = DisplayText.line(reason.detail)
    let quoted = detail.isEmpty ? nil : "“\(shortened(detail))”"
    switch reason.kind {
    case .manual: return "a reader linked them" + (detail.isEmpty ? "" : " (\(detail))")
    case .header: return "its \(detail) field names \(place)"
    case .markup:
      return "the page shows it as an answer to \(place)" + (detail.isEmpty ? "" : " (\(detail))")
    case .quote: return "it quotes \(place)" + (quoted.map { ": \($0)" } ?? "")
    case .attribution: return "\(quoted ?? "its attribution") \(named(by: detail, parent: parent))"
    case .ordinal: return "\(quoted ?? "a number in it") names \(place)"
    case .salutation: return "\(quoted ?? "its greeting") names the author of \(place)"
    case .mention: return "\(quoted ?? "its text") names the author of \(place)"
    case .turn: return detail.isEmpty ? "the two authors take turns" : detail
    case .text:
      return "it shares words with \(place) that are rare here" + (quoted.map { ": \($0)" } ?? "")
    case .subject: return "it shares its subject with \(place)"
    case .sequence: return detail.isEmpty ? "it follows \(place)" : detail
    // A page that links there has read no comment.
    case .default where child.kind == .pingback: return "a pingback speaks of \(place) itself"
    case .default: return "it stands under \(place), and no comment before it fits better"
    }
  }

  /// What an attribution tells of the post: its Message-ID, else its author, else only that a post like it is quoted.
  private static func named(by detail: String, parent: Post) -> String {
    let place = name(parent)
    if let id = parent.messageID?.asWritten, detail.contains(id) {
      return "names \(place) by its Message-ID"
    }
    let folded = detail.lowercased()
    let names = (parent.author.name ?? "").lowercased().split { !$0.isLetter }
    let isNamed =
      names.contains { $0.count >= 3 && folded.contains($0) }
      || parent.author.address.map { folded.contains($0.lowercased()) } ?? false
    return isNamed ? "names the author of \(place)" : "points to \(place)"
  }

  private static func name(_ post: Post) -> String {
    if let ordinal = post.ordinal { return "comment \(ordinal)" }
    switch post.kind {
    case .article: return "the article"
    case .missing: return "a post that is missing here"
    case .message, .comment, .pingback: return "that post"
    }
  }

  private static func shortened(_ text: String) -> String {
    let words = FirstWords(of: text, wordLimit: 12, scalarLimit: 80)
    return words.text + (words.isCut ? " …" : "")
  }
}

/// How a text starts.
struct FirstWords {
  let text: String
  let isCut: Bool

  init(of whole: String, wordLimit: Int, scalarLimit: Int) {
    var scalars = String.UnicodeScalarView()
    var count = 0
    var wordCount = 0
    for word in DisplayText.line(whole).unicodeScalars.split(separator: " ") {
      guard wordCount < wordLimit, count + word.count <= scalarLimit || count == 0 else { break }
      if count > 0 { scalars.append(" ") }
      // A text without spaces is one word, and may be long.
      scalars.append(contentsOf: word.prefix(scalarLimit))
      count += word.count + 1
      wordCount += 1
    }
    text = String(scalars)
    isCut = text.unicodeScalars.count < DisplayText.line(whole).unicodeScalars.count
  }
}
