internal import HTMLTree

extension HTMLDocument {
  /// The first elements of a name that lie in no other of that name.
  func outerElements(_ name: String, atMost count: Int) -> [HTMLNode] {
    var found: [HTMLNode] = []
    for node in elements(name) where node.index >= found.last?.endIndex ?? 0 {
      found.append(node)
      if found.count == count { break }
    }
    return found
  }
}

extension HTMLNode {
  /// Its readable text on one line, white space folded.
  var foldedText: String { readableText().foldingSpace }

  /// Its readable text on one line without images.
  var foldedTextWithoutImages: String {
    var options = ReadableTextOptions()
    options.showsImageText = false
    return readableText(options).foldingSpace
  }

  /// The characters inside it on one line: as good as its readable text for a link, and no walk up the page.
  var plainText: String {
    descendants.lazy.filter { $0.kind == .text }.map(\.characters).joined().foldingSpace
  }

  /// Whether it states a property of schema.org, as microdata or RDFa.
  func states(_ property: String) -> Bool {
    hasToken(property, in: "itemprop") || hasToken(property, in: "property")
      || hasToken("schema:" + property, in: "property")
  }
}

extension HTMLNode {
  /// Whether a link leads to what a forum shows of a member.
  var leadsToPerson: Bool {
    let address = (attribute("href") ?? "").lowercased()
    return ["member", "profile", "user", "author", "people/", "/u/"].contains {
      address.contains($0)
    }
  }
}
