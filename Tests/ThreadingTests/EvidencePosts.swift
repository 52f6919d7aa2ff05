import Discussion

@testable import Threading

/// Builds posts for tests out of plain text, splitting quotations by their marks.
struct Writer {
  static let ada = Author(name: "Ada Lindholm", address: "ada@example.org")
  static let bo = Author(name: "Bo Nakamura", address: "bo@example.org")
  static let cyd = Author(name: "Cyd Okafor", address: "cyd@example.net")

  static func message(
    _ id: String, by author: Author, at instant: Int64?, subject: String?, _ text: String,
    venues: [String] = ["list"]
  ) -> EvidencePost {
    EvidencePost(
      id: PostID(id), kind: .message, instant: instant, author: author, venues: venues,
      subject: subject, text: text, blocks: blocks(of: text))
  }

  static func comment(
    _ id: String, by name: String, place: Int, _ text: String, under article: String = "article",
    kind: PostKind = .comment, instant: Int64? = nil
  ) -> EvidencePost {
    EvidencePost(
      id: PostID(id), kind: kind, instant: instant, author: Author(name: name), text: text,
      blocks: blocks(of: text), ordinal: place, permalink: "https://example.org/p#comment-\(place)",
      article: PostID(article), position: place)
  }

  static func article(_ id: String, by name: String?, _ text: String) -> EvidencePost {
    EvidencePost(
      id: PostID(id), kind: .article, instant: 0, author: Author(name: name), text: text,
      blocks: blocks(of: text))
  }

  /// Lines with `>` are quotations, lines that end in "wrote:" attributions.
  static func blocks(of text: String) -> [Block] {
    var blocks: [Block] = []
    var start = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let end = min(start + line.unicodeScalars.count + 1, text.unicodeScalars.count)
      let depth = line.prefix { $0 == ">" || $0 == " " }.count { $0 == ">" }
      var kind: Block.Kind = depth > 0 ? .quote : .own
      var name: String?
      if depth == 0, line.hasSuffix(" wrote:") {
        kind = .attribution
        name = line.dropLast(7).split(separator: ", ").last.map(String.init)
      }
      if let last = blocks.last, last.kind == kind, last.depth == depth, kind != .attribution {
        blocks[blocks.count - 1].end = end
      } else if end > start {
        blocks.append(Block(kind, depth: depth, start: start, end: end, name: name))
      }
      start = end
    }
    return blocks
  }
}
