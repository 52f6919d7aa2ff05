internal import Discussion
internal import SourceBytes

/// The codes, codings and coders of a REFI-QDA project, gathered as posts go by.
struct QDPXCodes {
  private enum Kind: String, CaseIterable {
    case topic, role, stance
  }

  private var names: [Kind: Set<String>] = [:]
  private var coders: Set<String> = ["Thresh"]

  /// The passages of a post that are marked, then the marks of the whole post.
  ///
  /// Positions count Unicode scalars, as the standard asks. What a reader rejected, what is too unsure to be shown and what lost its words
  /// is left out.
  mutating func codings(of archived: ArchivedPost) -> String {
    let marks = archived.annotations.filter {
      SuggestionChoice.confident.shows($0) && $0.state != .orphaned
    }
    let scalarCount = archived.post.text?.unicodeScalars.count ?? 0
    var passages: [Range<Int>: [Annotation]] = [:]
    var whole: [Annotation] = []
    for mark in marks {
      if let range = mark.range, !range.isEmpty, range.upperBound <= scalarCount {
        passages[range, default: []].append(mark)
      } else if mark.range == nil {
        whole.append(mark)
      }
    }
    var text = ""
    let ranges = passages.keys.sorted {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }
    for range in ranges {
      let marks = passages[range, default: []].sorted { $0.id < $1.id }
      let place = "\(archived.post.id.text)/\(range.lowerBound)-\(range.upperBound)"
      let name = CitationText.line(String((marks.first?.exact ?? "").prefix(60)))
      let codings = marks.map { coding($0) }.joined()
      let notes = marks.compactMap(\.note)
      guard !codings.isEmpty || !notes.isEmpty else { continue }
      text +=
        "<PlainTextSelection guid=\"\(QDPXCodes.guid("selection", place))\""
        + " name=\"\(XMLText.escaped(name))\" startPosition=\"\(range.lowerBound)\""
        + " endPosition=\"\(range.upperBound)\">\n"
      if !notes.isEmpty {
        text +=
          "<Description>\(XMLText.escaped(notes.joined(separator: "\n")))</Description>\n"
      }
      text += codings + "</PlainTextSelection>\n"
    }
    for mark in whole.sorted(by: { $0.id < $1.id }) { text += coding(mark) }
    return text
  }

  private mutating func coding(_ mark: Annotation) -> String {
    var text = ""
    for (kind, name) in [(Kind.topic, mark.topic), (.role, mark.role), (.stance, mark.stance)] {
      guard let name else { continue }
      names[kind, default: []].insert(name)
      let isPerson = mark.origin.hasPrefix("person:")
      let coder = isPerson ? String(mark.origin.dropFirst("person:".count)) : "Thresh"
      coders.insert(coder)
      text +=
        "<Coding guid=\"\(QDPXCodes.guid("coding", "\(mark.id)/\(kind.rawValue)"))\""
        + " creatingUser=\"\(QDPXCodes.user(coder))\">"
        + "<CodeRef targetGUID=\"\(QDPXCodes.code(kind, name))\"/></Coding>\n"
    }
    return text
  }

  /// The element `Users`.
  var users: String {
    var text = "<Users>\n"
    for coder in coders.sorted() {
      text +=
        "<User guid=\"\(QDPXCodes.user(coder))\""
        + " name=\"\(XMLText.escaped(CitationText.line(coder)))\"/>\n"
    }
    return text + "</Users>\n"
  }

  /// The element `CodeBook`; empty where nothing is marked.
  var codeBook: String {
    guard !names.isEmpty else { return "" }
    var text = "<CodeBook>\n<Codes>\n"
    for kind in Kind.allCases {
      guard let names = names[kind] else { continue }
      text +=
        "<Code guid=\"\(QDPXCodes.guid("codes", kind.rawValue))\" name=\"\(kind.rawValue)\""
        + " isCodable=\"false\">\n"
      for name in names.sorted() {
        text +=
          "<Code guid=\"\(QDPXCodes.code(kind, name))\""
          + " name=\"\(XMLText.escaped(CitationText.line(name)))\" isCodable=\"true\"/>\n"
      }
      text += "</Code>\n"
    }
    return text + "</Codes>\n</CodeBook>\n"
  }

  /// The GUID of somebody who codes.
  static func user(_ name: String) -> String { guid("user", name) }

  private static func code(_ kind: Kind, _ name: String) -> String {
    guid("code", "\(kind.rawValue)/\(name)")
  }

  /// A GUID that depends on what it names alone (RFC 9562 §5.8).
  static func guid(_ kind: String, _ name: String) -> String {
    var digits = Array(ContentDigest(of: "qdpx\0\(kind)\0\(name)").hexadecimal.utf8.prefix(32))
    digits[12] = UInt8(ascii: "8")
    digits[16] = UInt8(ascii: "a")
    let text = String(decoding: digits, as: UTF8.self)
    var rest = text[...]
    return [8, 4, 4, 4, 12].map { count in
      defer { rest = rest.dropFirst(count) }
      return String(rest.prefix(count))
    }.joined(separator: "-")
  }
}
