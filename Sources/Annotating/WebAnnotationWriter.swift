public import Exports
public import Discussion

/// Marks as W3C Web Annotations in JSON-LD (Web Annotation Data Model, W3C Recommendation of 2017-02-23).
///
/// A mark's topic is a body for tagging, its role and stance are bodies for classifying, its note is one for commenting.
/// Its words are a TextQuoteSelector and a TextPositionSelector, whose offsets count Unicode scalars. What the model has no
/// word for stands under `thresh:`.
public enum WebAnnotation {
  /// The context of the model, and ours for the rest.
  static let context = "http://www.w3.org/ns/anno.jsonld"
  static let ownContext = "urn:thresh:annotation#"

  /// Where a post is found.
  public struct Source: Sendable, Hashable {
    /// Its permalink, else `mid:` and its Message-ID (RFC 2392), else `urn:thresh:post:ID`.
    public var address: String
    /// Its subject.
    public var title: String?

    /// Where a post is found.
    public init(of post: Post) {
      title = post.subject
      if let permalink = post.permalink {
        address = permalink
      } else if let id = post.messageID {
        address = "mid:\(WebAnnotation.escaped(id.asWritten))"
      } else {
        address = "urn:thresh:post:\(post.id.text)"
      }
    }
  }

  /// Begins the document.
  ///
  /// - Parameter total: How many annotations come.
  public static func begin(total: Int, to json: inout JSONWriter) {
    json.begin(UInt8(ascii: "{"))
    json.key("@context")
    json.array { json in
      json.value(context)
      json.object { json in json.member("thresh", ownContext) }
    }
    json.member("id", "urn:thresh:annotations")
    json.member("type", "AnnotationCollection")
    json.member("total", total)
    json.key("first")
    json.begin(UInt8(ascii: "{"))
    json.member("id", "urn:thresh:annotations:1")
    json.member("type", "AnnotationPage")
    json.member("startIndex", 0)
    json.key("items")
    json.begin(UInt8(ascii: "["))
  }

  /// Ends the document.
  public static func end(to json: inout JSONWriter) {
    json.end(UInt8(ascii: "]"))
    json.end(UInt8(ascii: "}"))
    json.end(UInt8(ascii: "}"))
    json.newline()
  }

  /// Writes one mark.
  public static func write(_ mark: Annotation, of source: Source, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", "urn:thresh:annotation:\(mark.id)")
      json.member("type", "Annotation")
      let purposes = bodies(of: mark).map(\.purpose)
      json.array("motivation") { json in
        var seen: Set<String> = []
        for purpose in purposes where seen.insert(purpose).inserted { json.value(purpose) }
      }
      if !mark.created.isEmpty { json.member("created", mark.created) }
      json.object("creator") { json in
        json.member("type", mark.isByReader ? "Person" : "Software")
        json.member("name", mark.isByReader ? mark.by ?? "" : mark.origin)
      }
      json.array("body") { json in
        for (purpose, name, value) in bodies(of: mark) {
          json.object { json in
            json.member("type", "TextualBody")
            json.member("purpose", purpose)
            json.member("value", value)
            if let name { json.member("thresh:field", name) }
          }
        }
      }
      json.object("target") { json in
        json.member("type", "SpecificResource")
        json.member("source", source.address)
        json.member("thresh:post", mark.post.text)
        if let title = source.title { json.member("thresh:subject", title) }
        selectors(of: mark, to: &json)
      }
      json.member("thresh:origin", mark.origin)
      json.member("thresh:state", mark.state.rawValue)
      if let target = mark.target { json.member("thresh:target", target) }
      if let confidence = mark.confidence { json.member("thresh:confidence", confidence) }
      if let decision = mark.decision { json.member("thresh:decision", decision) }
      if !mark.evidence.isEmpty {
        json.array("thresh:evidence") { json in mark.evidence.forEach { json.value($0) } }
      }
    }
  }

  private static func bodies(
    of mark: Annotation
  ) -> [(purpose: String, name: String?, value: String)] {
    [
      mark.topic.map { ("tagging", "topic", $0) },
      mark.role.map { ("classifying", "role", $0) },
      mark.stance.map { ("classifying", "stance", $0) },
      mark.note.map { ("commenting", nil, $0) },
    ].compactMap(\.self)
  }

  private static func selectors(of mark: Annotation, to json: inout JSONWriter) {
    guard let range = mark.range, let exact = mark.exact else { return }
    json.array("selector") { json in
      json.object { json in
        json.member("type", "TextQuoteSelector")
        json.member("exact", exact)
        json.member("prefix", mark.prefix ?? "")
        json.member("suffix", mark.suffix ?? "")
      }
      json.object { json in
        json.member("type", "TextPositionSelector")
        json.member("start", range.lowerBound)
        json.member("end", range.upperBound)
      }
    }
  }

  /// What a `mid:` address may not hold, as hexadecimal digits (RFC 3986).
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for byte in text.utf8 {
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte)
        || (0x61...0x7a).contains(byte) || "-._~!$&'()*+,;=:@".utf8.contains(byte)
      if isPlain {
        escaped.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        escaped += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return escaped
  }
}
