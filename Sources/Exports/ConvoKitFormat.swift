internal import Discussion
internal import SourceBytes

/// A folder that ConvoKit loads as a corpus (convokit.cornell.edu, data format of version 3).
///
/// A conversation is a tree of posts that are there, named by its root, as ConvoKit's checks ask for: a thread whose root
/// is missing, or of which a query leaves out posts, becomes several, which share the `thread` of their metadata.
public struct ConvoKitFormat: ExportFormat {
  /// A format without settings.
  public init() {}

  /// `convokit`.
  public var name: String { "convokit" }

  /// One line.
  public var help: String { "a corpus folder for ConvoKit" }

  /// Five files.
  public var layout: ExportLayout { .folder }

  /// Writes utterances as posts go by, speakers and conversations at the end.
  public func writer(_ options: ExportOptions) -> any ExportWriter { ConvoKitWriter() }
}

private struct ConvoKitWriter: ExportWriter {
  private var json = JSONWriter()
  private var network = PeopleNetwork()
  private var thread: PostID?
  /// For each post of the thread under way the root of its tree.
  private var roots: [PostID: PostID] = [:]
  /// The conversations in the order of their roots.
  private var conversations: [Tree] = []

  private struct Tree {
    var root: PostID
    var thread: PostID
    var subject: String?
    var venue: String?
  }

  mutating func begin() -> [ExportPiece] { [] }

  mutating func add(_ archived: ArchivedPost, original: [UInt8]?) -> [ExportPiece] {
    let post = archived.post
    if thread != archived.thread {
      thread = archived.thread
      roots = [:]
    }
    let above = archived.parent.flatMap { roots[$0] }
    let root = above ?? post.id
    roots[post.id] = root
    network.add(archived)
    if above == nil {
      conversations.append(
        Tree(
          root: root, thread: archived.thread, subject: post.subject,
          venue: archived.venues.first?.id))
    }
    json.object { json in
      json.member("id", post.id.text)
      json.member("conversation_id", root.text)
      json.member("text", post.words.own)
      json.member("speaker", archived.person ?? post.author.address ?? post.author.shown)
      json.object("meta") { json in
        json.member("kind", post.kind.rawValue)
        json.member("subject", post.subject)
        json.member("date", post.date?.stated.iso8601)
        json.member("venue", archived.venues.first?.id)
        json.member("text_with_quotations", post.text)
        json.member("parent", archived.parent?.text)
        json.member("reply_evidence", archived.link?.reasons.first?.kind.rawValue)
        json.member("reply_confidence", archived.link?.confidence)
        json.member("reply_certainty", archived.link?.certainty.rawValue)
      }
      json.member("reply-to", above == nil ? nil : archived.parent?.text)
      json.member("timestamp", post.date.map { Int($0.stated.instant) })
      json.array("vectors") { _ in }
    }
    json.newline()
    return [ExportPiece(path: "utterances.jsonl", json.takeBytes())]
  }

  mutating func end() -> [ExportPiece] {
    [
      ExportPiece(path: "utterances.jsonl", []),
      ExportPiece(path: "speakers.json", speakers()),
      ExportPiece(path: "conversations.json", threads()),
      ExportPiece(path: "corpus.json", Array("{}\n".utf8)),
      ExportPiece(path: "index.json", index()),
    ]
  }

  private func speakers() -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      for (key, person) in network.sortedPeople {
        json.object(key) { json in
          json.object("meta") { json in
            json.member("name", person.name)
            json.member("posts", person.postCount)
          }
          json.array("vectors") { _ in }
        }
      }
      // Posts without an author have a speaker too.
      json.object(Author().shown) { json in
        json.object("meta") { _ in }
        json.array("vectors") { _ in }
      }
    }
    json.newline()
    return json.bytes
  }

  private func threads() -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      for conversation in conversations {
        json.object(conversation.root.text) { json in
          json.object("meta") { json in
            json.member("thread", conversation.thread.text)
            json.member("subject", conversation.subject)
            json.member("venue", conversation.venue)
          }
          json.array("vectors") { _ in }
        }
      }
    }
    json.newline()
    return json.bytes
  }

  /// Which metadata there is, with the Python types that ConvoKit writes into its own index.
  private func index() -> [UInt8] {
    let text = "<class 'str'>"
    var json = JSONWriter()
    json.object { json in
      json.object("utterances-index") { json in
        for key in [
          "kind", "subject", "date", "venue", "text_with_quotations", "parent", "reply_evidence",
          "reply_certainty",
        ] {
          json.array(key) { $0.value(text) }
        }
        json.array("reply_confidence") { $0.value("<class 'float'>") }
      }
      json.object("speakers-index") { json in
        json.array("name") { $0.value(text) }
        json.array("posts") { $0.value("<class 'int'>") }
      }
      json.object("conversations-index") { json in
        json.array("thread") { $0.value(text) }
        json.array("subject") { $0.value(text) }
        json.array("venue") { $0.value(text) }
      }
      json.object("overall-index") { _ in }
      json.member("version", 1)
      json.array("vectors") { _ in }
    }
    json.newline()
    return json.bytes
  }
}
