internal import ArchiveStore
internal import Digests
internal import Discussion

/// The marks on posts as a digest takes them.
struct DigestNotes {
  /// What readers, codebooks and rules marked and nobody rejected, by post.
  let marks: [PostID: [DigestMark]]

  /// - Parameter quotesWords: Whether words of posts and names of readers may be shown; not under pseudonyms.
  init(_ posts: [[ArchivedPost]], in archive: Archive, quotesWords: Bool) throws {
    let names = Dictionary(
      try archive.topics().map { ($0.topic.id, $0.topic.name) }, uniquingKeysWith: { $1 })
    var marks: [PostID: [DigestMark]] = [:]
    for archived in posts.joined() {
      for mark in archived.annotations
      where mark.decision != "rejected" && mark.state != .orphaned {
        marks[archived.post.id, default: []].append(
          DigestMark(
            range: quotesWords ? mark.range : nil, exact: quotesWords ? mark.exact : nil,
            topic: mark.topic.map { names[$0] ?? $0 }, role: mark.role, stance: mark.stance,
            note: quotesWords ? mark.note : nil, by: quotesWords ? mark.by : nil,
            isDecided: mark.origin.hasPrefix("person") || mark.decision == "accepted",
            confidence: mark.confidence ?? 1))
      }
    }
    self.marks = marks
  }
}
