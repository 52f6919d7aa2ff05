import Discussion
import Foundation
import Threading

/// A post as `thresh export --format jsonl` writes it.
struct ExportedPost: Decodable {
  struct Name: Decodable {
    var name: String?
    var address: String?
    var url: String?
  }
  struct Part: Decodable {
    var kind: String
    var depth: Int
    var start: Int
    var end: Int
    var name: String?
  }
  struct Place: Decodable { var id: String }
  struct Link: Decodable { var evidence: String }

  var id: String
  var kind: String
  var author: Name
  var date: String?
  var venue: Place?
  var subject: String?
  var text: String?
  var blocks: [Part]
  var ordinal: Int?
  var permalink: String?
  var thread: String
  var parent: String?
  var position: Int
  var reply: Link?

  var headline: String { "\(author.name ?? author.address ?? "") \(date ?? "") \(subject ?? "")" }

  var quotes: Bool { blocks.contains { $0.kind == "quote" } }

  /// Whether there is more text than a title.
  var hasText: Bool { (text ?? "").split(separator: " ").count > 20 }

  /// Whether a message quotes or has a reply mark.
  var looksLikeReply: Bool {
    blocks.contains { $0.kind == "quote" || $0.kind == "attribution" }
      || subject.map { BaseSubject($0).isReply } ?? false
  }

  var evidencePost: EvidencePost {
    EvidencePost(
      id: PostID(id), kind: PostKind(rawValue: kind) ?? .message, instant: instant,
      author: Author(name: author.name, address: author.address, url: author.url),
      venues: venue.map { [$0.id] } ?? [], subject: subject, text: text ?? "",
      blocks: blocks.map {
        Block(
          Block.Kind(rawValue: $0.kind) ?? .own, depth: $0.depth, start: $0.start, end: $0.end,
          name: $0.name)
      }, ordinal: ordinal, permalink: permalink,
      article: kind == "comment" ? PostID(thread) : nil, position: ordinal ?? position)
  }

  private var instant: Int64? {
    guard var text = date, text.count >= 19 else { return nil }
    if text.count == 19 { text += "Z" }
    return ISO8601DateFormatter().date(from: text).map { Int64($0.timeIntervalSince1970) }
  }

  static func read(_ path: String) throws -> [ExportedPost] {
    let decoder = JSONDecoder()
    return try Data(contentsOf: URL(fileURLWithPath: path)).split(separator: 0x0a)
      .map { try decoder.decode(ExportedPost.self, from: Data($0)) }
  }

  /// What headers and markup say.
  static func truth(_ posts: [ExportedPost]) -> [PostID: Set<PostID>] {
    var truth: [PostID: Set<PostID>] = [:]
    for post in posts {
      guard let parent = post.parent, let kind = post.reply?.evidence,
        kind == "header" || kind == "markup"
      else { continue }
      truth[PostID(post.id)] = [PostID(parent)]
    }
    return truth
  }
}
