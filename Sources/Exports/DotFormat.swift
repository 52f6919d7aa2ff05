internal import Discussion
internal import SourceBytes

/// The reply network in the language of Graphviz.
public struct DotFormat: ExportFormat {
  /// A format without settings.
  public init() {}

  /// `dot`.
  public var name: String { "dot" }

  /// One line.
  public var help: String { "the reply network for Graphviz (--network posts or people)" }

  /// Writes nodes and edges as posts go by, or people at the end.
  public func writer(_ options: ExportOptions) -> any ExportWriter {
    DotWriter(isOfPeople: options.isPeopleNetwork)
  }
}

private struct DotWriter: ExportWriter {
  let isOfPeople: Bool
  private var network = PeopleNetwork()
  private var written = WrittenPosts()

  init(isOfPeople: Bool) { self.isOfPeople = isOfPeople }

  mutating func begin() -> [ExportPiece] {
    let direction = isOfPeople ? "" : "  rankdir=RL;\n"
    let head =
      "digraph replies {\n\(direction)  node [shape=box, style=rounded, fontname=\"sans-serif\"];\n"
    return [ExportPiece(Array(head.utf8))]
  }

  mutating func add(_ archived: ArchivedPost, original: [UInt8]?) -> [ExportPiece] {
    if isOfPeople {
      network.add(archived)
      return []
    }
    let post = archived.post
    var label = CitationText.line(post.author.shown)
    if let date = post.date?.stated { label += "\n" + date.iso8601.prefix(10) }
    var text = "  \(quoted(post.id.text)) [label=\(quoted(label))];\n"
    if written.add(archived), let parent = archived.parent {
      let style =
        switch archived.link?.certainty {
        case .guess: " [style=dotted]"
        case .likely: " [style=dashed]"
        case .certain, nil: ""
        }
      text += "  \(quoted(post.id.text)) -> \(quoted(parent.text))\(style);\n"
    }
    return [ExportPiece(Array(text.utf8))]
  }

  mutating func end() -> [ExportPiece] {
    var text = ""
    for (key, person) in network.sortedPeople {
      let label = CitationText.line(person.name) + "\n\(person.postCount)"
      text += "  \(quoted(key)) [label=\(quoted(label))];\n"
    }
    for (pair, count) in network.sortedReplies {
      let width = min(6, 1 + (count - 1) / 3)
      text +=
        "  \(quoted(pair.from)) -> \(quoted(pair.to)) [label=\"\(count)\", penwidth=\(width)];\n"
    }
    return [ExportPiece(Array((text + "}\n").utf8))]
  }

  /// A quoted string of DOT in which no escape of Graphviz is read but the line break.
  private func quoted(_ text: String) -> String {
    var output = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      // An entity would be read as the sign it names.
      case "&": output += "&amp;"
      case _ where scalar.value < 0x20 || scalar.value == 0x7f: output += " "
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output + "\""
  }
}
