internal import Discussion
internal import SourceBytes

/// The reply network as GraphML (graphml.graphdrawing.org), for Gephi, yEd, networkx and igraph.
public struct GraphMLFormat: ExportFormat {
  /// A format without settings.
  public init() {}

  /// `graphml`.
  public var name: String { "graphml" }

  /// One line.
  public var help: String { "the reply network for Gephi and networkx (--network posts or people)" }

  /// Writes nodes and edges as posts go by, or people at the end.
  public func writer(_ options: ExportOptions) -> any ExportWriter {
    options.isPeopleNetwork ? PeopleGraphML() : PostsGraphML()
  }
}

private enum GraphML {
  static func head(_ keys: [(id: String, target: String, type: String)]) -> String {
    let lines = keys.map {
      "  <key id=\"\($0.id)\" for=\"\($0.target)\" attr.name=\"\($0.id)\" attr.type=\"\($0.type)\"/>\n"
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n" + lines.joined()
      + "  <graph id=\"replies\" edgedefault=\"directed\">\n"
  }

  static let tail = "  </graph>\n</graphml>\n"

  static func element(
    _ name: String, _ attributes: [(String, String)], _ data: [(String, String?)]
  ) -> String {
    let head = attributes.map { " \($0.0)=\"\(XMLText.escaped($0.1))\"" }.joined()
    let body = data.compactMap { key, value in
      value.map { "<data key=\"\(key)\">\(XMLText.escaped($0))</data>" }
    }.joined()
    return "    <\(name)\(head)>\(body)</\(name)>\n"
  }
}

private struct PostsGraphML: ExportWriter {
  private var written = WrittenPosts()

  mutating func begin() -> [ExportPiece] {
    let head = GraphML.head([
      ("label", "node", "string"), ("author", "node", "string"), ("person", "node", "string"),
      ("date", "node", "string"), ("instant", "node", "long"), ("subject", "node", "string"),
      ("venue", "node", "string"), ("kind", "node", "string"), ("thread", "node", "string"),
      ("depth", "node", "int"), ("words", "node", "int"), ("evidence", "edge", "string"),
      ("certainty", "edge", "string"), ("weight", "edge", "double"),
    ])
    return [ExportPiece(Array(head.utf8))]
  }

  mutating func add(_ archived: ArchivedPost, original: [UInt8]?) -> [ExportPiece] {
    let post = archived.post
    let wordCount = SpacedWords.count(in: post.words.own)
    var text = GraphML.element(
      "node", [("id", post.id.text)],
      [
        ("label", CitationText.line(post.author.shown)),
        ("author", CitationText.line(post.author.shown)), ("person", archived.person),
        ("date", post.date?.stated.iso8601), ("instant", post.date.map { "\($0.stated.instant)" }),
        ("subject", post.subject.map(CitationText.line)), ("venue", archived.venues.first?.id),
        ("kind", post.kind.rawValue), ("thread", archived.thread.text),
        ("depth", "\(archived.depth)"), ("words", "\(wordCount)"),
      ])
    if written.add(archived), let parent = archived.parent {
      text += GraphML.element(
        "edge", [("source", post.id.text), ("target", parent.text)],
        [
          ("evidence", archived.link?.reasons.first?.kind.rawValue),
          ("certainty", archived.link?.certainty.rawValue),
          ("weight", archived.link.map { "\($0.confidence)" }),
        ])
    }
    return [ExportPiece(Array(text.utf8))]
  }

  mutating func end() -> [ExportPiece] { [ExportPiece(Array(GraphML.tail.utf8))] }
}

private struct PeopleGraphML: ExportWriter {
  private var network = PeopleNetwork()

  mutating func begin() -> [ExportPiece] {
    let head = GraphML.head([
      ("label", "node", "string"), ("posts", "node", "int"), ("first", "node", "string"),
      ("last", "node", "string"), ("weight", "edge", "int"),
    ])
    return [ExportPiece(Array(head.utf8))]
  }

  mutating func add(_ archived: ArchivedPost, original: [UInt8]?) -> [ExportPiece] {
    network.add(archived)
    return []
  }

  mutating func end() -> [ExportPiece] {
    var text = ""
    for (key, person) in network.sortedPeople {
      text += GraphML.element(
        "node", [("id", key)],
        [
          ("label", CitationText.line(person.name)), ("posts", "\(person.postCount)"),
          ("first", person.first?.iso8601), ("last", person.last?.iso8601),
        ])
    }
    for (pair, count) in network.sortedReplies {
      text += GraphML.element(
        "edge", [("source", pair.from), ("target", pair.to)], [("weight", "\(count)")])
    }
    return [ExportPiece(Array((text + GraphML.tail).utf8))]
  }
}
