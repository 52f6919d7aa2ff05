internal import Corrections
public import Discussion
internal import Foundation

/// Annotations of a JSON-LD document, ours or another tool's.
public struct WebAnnotations: Sendable, Hashable {
  /// One annotation, before its post is found.
  public struct Item: Sendable, Hashable {
    /// Where it stands among the annotations, from 1.
    public var number: Int
    /// The post by its id, where the document has it.
    public var post: String?
    /// The address of what it is about.
    public var source: String?
    /// The mark, with an empty post or id where the document names none.
    public var mark: Annotation
  }

  /// Why a document cannot be read at all.
  public struct Fault: Error, Hashable, Sendable {
    /// What is wrong.
    public var message: String
  }

  /// The annotations, in order.
  public private(set) var items: [Item] = []
  /// Those that could not be read.
  public private(set) var unread: [Unread] = []

  /// An annotation that could not be read.
  public struct Unread: Sendable, Hashable {
    /// Where it stands among the annotations, from 1.
    public var number: Int
    /// What is wrong.
    public var message: String
  }

  /// Reads a collection, a page, a list of annotations or one.
  public init(_ bytes: [UInt8]) throws(Fault) {
    let root: CorrectionValue
    do {
      root = try JSONDecoder().decode(CorrectionValue.self, from: Data(bytes))
    } catch {
      throw Fault(message: "this is not JSON")
    }
    guard let list = WebAnnotations.list(root) else {
      throw Fault(message: "there is no AnnotationCollection, AnnotationPage or Annotation in it")
    }
    for (index, value) in list.enumerated() {
      do throws(Fault) {
        items.append(try WebAnnotations.item(value, number: index + 1))
      } catch {
        unread.append(Unread(number: index + 1, message: error.message))
      }
    }
  }

  private static func list(_ root: CorrectionValue) -> [CorrectionValue]? {
    if let list = root.list { return list }
    if let items = root["items"]?.list { return items }
    if let first = root["first"], let items = first["items"]?.list { return items }
    // As hypothes.is hands them out.
    if let rows = root["rows"]?.list { return rows }
    return root["target"] == nil ? nil : [root]
  }

  private static func item(_ value: CorrectionValue, number: Int) throws(Fault) -> Item {
    guard let target = value["target"].map({ $0.list?.first ?? $0 }) else {
      throw Fault(message: "it has no target")
    }
    let source = target["source"]?.text ?? target["source"]?["id"]?.text ?? target.text
    let post = target["thresh:post"]?.text
    guard source != nil || post != nil else { throw Fault(message: "its target has no source") }
    let prefix = "urn:thresh:annotation:"
    let id = value["id"]?.text.flatMap { $0.hasPrefix(prefix) ? $0.dropFirst(prefix.count) : nil }
    let by = value["creator"]?["name"]?.text ?? value["creator"]?.text ?? value["user"]?.text
    let origin = value["thresh:origin"]?.text ?? "person:\(by ?? "")"
    var mark = Annotation(id: id.map(String.init) ?? "", post: PostID(post ?? ""), origin: origin)
    if mark.isByReader { mark.by = by.flatMap { $0.isEmpty ? nil : $0 } }
    mark.created = value["created"]?.text ?? ""
    for body in value["body"].map({ $0.list ?? [$0] }) ?? [] { take(body, into: &mark) }
    for tag in value["tags"]?.list ?? [] where mark.topic == nil { mark.topic = tag.text }
    if let text = value["text"]?.text, !text.isEmpty, mark.note == nil { mark.note = text }
    mark.target = value["thresh:target"]?.text ?? (mark.stance == nil ? nil : "parent")
    mark.confidence = value["thresh:confidence"]?.number
    mark.decision = value["thresh:decision"]?.text
    mark.evidence = (value["thresh:evidence"]?.list ?? []).compactMap(\.text)
    if let state = value["thresh:state"]?.text.flatMap({ Annotation.State(rawValue: $0) }) {
      mark.state = state
    }
    takeSelectors(target["selector"].map { $0.list ?? [$0] } ?? [], into: &mark)
    guard !mark.codes.isEmpty || mark.note != nil else { throw Fault(message: "it says nothing") }
    return Item(number: number, post: post, source: source, mark: mark)
  }

  private static func take(_ body: CorrectionValue, into mark: inout Annotation) {
    guard let text = body["value"]?.text ?? body.text, !text.isEmpty else { return }
    switch (body["purpose"]?.text, body["thresh:field"]?.text) {
    case (_, "role"): mark.role = text
    case (_, "stance"): mark.stance = text
    case ("tagging", _), ("classifying", _): if mark.topic == nil { mark.topic = text }
    default: mark.note = mark.note.map { "\($0)\n\(text)" } ?? text
    }
  }

  private static func takeSelectors(_ selectors: [CorrectionValue], into mark: inout Annotation) {
    for selector in selectors {
      switch selector["type"]?.text {
      case "TextQuoteSelector":
        mark.exact = selector["exact"]?.text
        mark.prefix = selector["prefix"]?.text
        mark.suffix = selector["suffix"]?.text
      case "TextPositionSelector":
        if let start = selector["start"]?.integer, let end = selector["end"]?.integer,
          start >= 0, start <= end
        {
          mark.range = start..<end
        }
      default: break
      }
    }
  }
}
