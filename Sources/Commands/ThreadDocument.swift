internal import ArchiveStore
internal import Discussion
internal import Exports

/// A thread as one JSON document.
enum ThreadDocument {
  /// - Parameters:
  ///   - whole: The posts of the thread.
  ///   - withAlike: Whether threads about the same thing are looked for.
  static func bytes(
    _ whole: [ArchivedPost], links: LinkChoice, withAlike: Bool, in archive: Archive
  ) throws -> [UInt8] {
    let trees = ThreadTrees.trees(of: whole, links: links)
    let thread = trees.flatMap(\.self)
    var json = JSONWriter()
    try json.object { json in
      json.member("format", 1)
      json.key("thread")
      if let root = whole.first?.thread, let summary = try archive.threadSummary(root) {
        ThreadJSON.write(summary, to: &json)
      } else {
        json.value(nil as String?)
      }
      json.array("posts") { json in
        for post in thread { PostJSON.write(post, to: &json) }
      }
      let related = try RelationWords(of: thread, in: archive)
      try json.array("related") { json in try related.write(to: &json) }
      if withAlike, let post = whole.first {
        let alike = try AlikeWords(threadOf: post.post.id, in: archive)
        json.array("alike") { json in alike.write(to: &json) }
      } else {
        json.member("alike", nil as String?)
      }
    }
    json.newline()
    return json.bytes
  }
}
