internal import HTMLTree

/// What Movable Type and WordPress write about an entry into a comment, for TrackBack to find (TrackBack 1.2).
struct TrackbackData {
  /// The address of the entry.
  private(set) var address: String?
  /// Its title.
  private(set) var title: String?
  /// The name that its author logs in with.
  private(set) var creator: String?
  /// When it was published, with the zone.
  private(set) var date: String?

  /// Reads it; nil where the page has none, or some of several entries.
  init?(_ document: HTMLDocument) {
    let mark = "<rdf:Description"
    var found: TrackbackData?
    for comment in document.comments where comment.characters.contains(mark) {
      let parts = comment.characters.components(mark)
      guard parts.count == 2, let data = TrackbackData(description: parts[1]) else { return nil }
      guard found == nil || found?.address == data.address else { return nil }
      found = found ?? data
    }
    guard let found else { return nil }
    self = found
  }

  private init?(description: String) {
    func value(_ name: String) -> String? {
      guard let range = description.firstRange(of: name + "=\"") else { return nil }
      let rest = description[range.upperBound...]
      let data = "<![CDATA["
      if rest.hasPrefix(data) {
        let inside = rest.dropFirst(data.count)
        return inside.firstRange(of: "]]>").map { String(inside[..<$0.lowerBound]) }
      }
      return String(rest.prefix { $0 != "\"" })
    }
    func text(_ name: String) -> String? {
      let text = value(name).map { CommentText.decoded($0).foldingSpace } ?? ""
      return text.isEmpty ? nil : text
    }
    for name in ["dc:identifier", "rdf:about"] where address == nil {
      address = text(name).map(Wayback.original).flatMap { $0.hasPrefix("http") ? $0 : nil }
    }
    guard address != nil else { return nil }
    title = text("dc:title")
    creator = text("dc:creator")
    date = text("dc:date")
  }
}
