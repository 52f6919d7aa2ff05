public import SourceBytes

extension HTMLDocument {
  /// Readable text of the HTML part of a mail message.
  ///
  /// Quotations keep their depth as `> `: `blockquote` in any form. The answer that Gmail quotes
  /// (`div.gmail_quote`) holds its attribution line and a `blockquote`, and stays as it is. Link
  /// addresses follow their text.
  public static func readableText(
    ofMailHTML html: String, limits: ParseLimits = ParseLimits()
  ) -> String {
    let document = HTMLDocument(html: html, limits: limits)
    var options = ReadableTextOptions()
    options.showsLinkAddresses = true
    for node in document.elements("div")
    where node.hasClass("gmail_quote") || node.hasClass("yahoo_quoted") {
      if node.first("blockquote") == nil,
        node.nearest(where: { $0.isElement("blockquote") }) == nil,
        let attribution = node.first(class: "gmail_attr")
      {
        // Old Gmail on phones quotes without a blockquote: all after the attribution is quoted.
        for sibling in attribution.followingSiblings where sibling.kind == .element {
          options.quotes.insert(sibling.index)
        }
      }
    }
    return document.root.readableText(options)
  }
}
