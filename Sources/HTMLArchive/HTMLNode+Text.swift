internal import HTMLTree

extension HTMLNode {
  /// Its readable text on one line, white space folded.
  var foldedText: String { readableText().foldingSpace }

  /// Its readable text on one line without images.
  var foldedTextWithoutImages: String {
    var options = ReadableTextOptions()
    options.showsImageText = false
    return readableText(options).foldingSpace
  }

  /// Whether it states a property of schema.org, as microdata or RDFa.
  func states(_ property: String) -> Bool {
    hasToken(property, in: "itemprop") || hasToken(property, in: "property")
      || hasToken("schema:" + property, in: "property")
  }
}
