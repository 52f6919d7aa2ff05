internal import Discussion

/// Why a reply hangs where it does, in words.
enum LinkExplanation {
  static func text(_ link: ReplyLink, parent: Post?) -> String {
    let whom = parent.map { name($0) } ?? String(link.parent.text.prefix(8))
    let reasons = link.reasons.map { reason($0) }.joined(separator: "; ")
    return "\(link.certainty.rawValue): answers \(whom), because \(reasons)"
  }

  private static func name(_ post: Post) -> String {
    if post.kind == .missing { return "a post that is missing" }
    let name = SafeText.line(post.author.shown)
    return post.ordinal.map { "\(name) (comment \($0))" } ?? name
  }

  private static func reason(_ evidence: Evidence) -> String {
    let detail = SafeText.line(evidence.detail)
    return switch evidence.kind {
    case .manual: "a reader said so"
    case .header: "its \(detail) field names that message"
    case .markup: "the page says so: \(detail)"
    case .quote: "it quotes “\(detail)”"
    case .attribution: "it introduces a quotation: “\(detail)”"
    case .ordinal: "it names the number: “\(detail)”"
    case .salutation: "it greets the author: “\(detail)”"
    case .mention: "it names the author: “\(detail)”"
    case .turn: "the two take turns"
    case .text: "they share rare words: \(detail)"
    case .subject: "the archive joined them by subject: \(detail)"
    case .sequence: "one follows the other"
    case .default: "it stands under the article, \(detail)"
    }
  }
}
