import Discussion
import MailFormat
import SourceBytes
import Testing
import Threading

/// Messages as header lines, and the forest that they make.
struct ConformanceCase: Sendable, CustomTestStringConvertible {
  /// The step of Zawinski's algorithm, as RFC 5256 restates it, that it holds.
  let rule: Int
  let name: String
  let messages: [String]
  /// One line a post, two blanks a level, `?` before a missing one.
  let picture: [String]

  init(_ rule: Int, _ name: String, _ messages: [String], _ picture: [String]) {
    self.rule = rule
    self.name = name
    self.messages = messages
    self.picture = picture
  }

  var testDescription: String { "rule \(rule): \(name)" }

  /// The posts as import reads them from the headers.
  var posts: [ThreadingPost] { messages.map { ConformanceCase.post($0) } }

  private static func post(_ header: String) -> ThreadingPost {
    let bytes = Array((header + "\n\nSome words.\n").utf8)
    var findings: [Finding] = []
    let message = MailMessage(
      parsing: bytes.span, envelope: nil,
      from: SourceLocation(file: FileID("case"), bytes: 0..<bytes.count), findings: &findings)
    return ThreadingPost(
      id: PostID(PostIdentity(MessageID(message.messageID ?? ""))),
      instant: message.date?.stated.instant,
      inReplyTo: message.inReplyTo.map { PostID(PostIdentity(MessageID($0))) },
      references: message.references.map { PostID(PostIdentity(MessageID($0))) })
  }

  /// The forest of posts in some order, drawn with the short names of the case.
  func drawn(_ posts: [ThreadingPost]) -> [String] {
    ThreadForest(threading: posts).placements.map { placement in
      String(repeating: "  ", count: placement.depth) + (placement.isMissing ? "?" : "")
        + (ConformanceCase.shortNames[placement.id] ?? placement.id.text)
    }
  }

  /// `a` for `<a@h>`, and so on.
  private static let shortNames: [PostID: String] = Dictionary(
    uniqueKeysWithValues: (Array("abcdefghijklmnopqrstuvwxyz").map(String.init) + ["A", "B"]).map {
      (PostID(PostIdentity(MessageID($0 + "@h"))), $0)
    })

  /// Every order of up to five posts, a hundred seeded shuffles of more.
  var orders: [[ThreadingPost]] {
    let posts = posts
    if posts.count <= 5 { return ConformanceCase.permutations(posts) }
    var generator = SeededGenerator(seed: 11)
    return (0..<100).map { _ in posts.shuffled(using: &generator) }
  }

  private static func permutations(_ posts: [ThreadingPost]) -> [[ThreadingPost]] {
    guard posts.count > 1 else { return [posts] }
    return posts.indices.flatMap { index in
      var rest = posts
      let first = rest.remove(at: index)
      return permutations(rest).map { [first] + $0 }
    }
  }
}

/// A header: Message-ID `<name@h>`, a day of January 2012, and further lines.
func mail(_ name: String, _ day: Int?, _ lines: String...) -> String {
  var header = ["Message-ID: <\(name)@h>"]
  if let day { header.append("Date: \(day) Jan 2012 08:00:00 +0000") }
  return (header + lines).joined(separator: "\n")
}

/// `References: <a@h> <b@h>` for `"a b"`.
func refs(_ names: String) -> String { "References: " + ids(names) }

/// `In-Reply-To: <a@h>` for `"a"`.
func reply(_ names: String) -> String { "In-Reply-To: " + ids(names) }

private func ids(_ names: String) -> String {
  names.split(separator: " ").map { "<\($0)@h>" }.joined(separator: " ")
}
