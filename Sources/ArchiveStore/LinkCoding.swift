internal import Discussion

/// Reply links as a byte string: for each one child, parent, confidence, whether it is a fork, and its reasons.
enum LinkCoding {
  static func encode(_ links: [ReplyLink]) -> [UInt8] {
    var bytes: [UInt8] = []
    for link in links {
      CompactBytes.append(link.child.text, to: &bytes)
      CompactBytes.append(link.parent.text, to: &bytes)
      CompactBytes.append(bits: link.confidence.bitPattern, to: &bytes)
      CompactBytes.append(link.isFork ? 1 : 0, to: &bytes)
      CompactBytes.append(link.reasons.count, to: &bytes)
      for reason in link.reasons {
        CompactBytes.append(reason.kind.rawValue, to: &bytes)
        CompactBytes.append(bits: reason.weight.bitPattern, to: &bytes)
        CompactBytes.append(reason.detail, to: &bytes)
        // One more than the start, so that 0 stands for no range.
        CompactBytes.append(reason.range.map { $0.lowerBound + 1 } ?? 0, to: &bytes)
        if let range = reason.range { CompactBytes.append(range.count, to: &bytes) }
      }
    }
    return bytes
  }

  /// - Returns: Nil where the bytes are damaged.
  static func decode(_ bytes: [UInt8]) -> [ReplyLink]? {
    var reader = CompactBytes.Reader(bytes)
    var links: [ReplyLink] = []
    while let child = reader.text() {
      guard let child, let parent = reader.text() ?? nil, let confidence = reader.bits(),
        let fork = reader.number(), let count = reader.number(), count > 0
      else { return nil }
      var reasons: [Evidence] = []
      for _ in 0..<count {
        guard let reason = reason(&reader) else { return nil }
        reasons.append(reason)
      }
      var link = ReplyLink(
        child: PostID(child), parent: PostID(parent), reasons: reasons,
        confidence: Double(bitPattern: confidence))
      link.isFork = fork == 1
      links.append(link)
    }
    return links
  }

  private static func reason(_ reader: inout CompactBytes.Reader) -> Evidence? {
    guard let name = reader.text() ?? nil, let kind = Evidence.Kind(rawValue: name),
      let weight = reader.bits(), let detail = reader.text() ?? nil, let start = reader.number()
    else { return nil }
    var range: Range<Int>?
    if start > 0 {
      guard let count = reader.number() else { return nil }
      range = start - 1..<start - 1 + count
    }
    return Evidence(kind, weight: Double(bitPattern: weight), detail: detail, range: range)
  }
}
