internal import HTMLTree

/// The lines that public-inbox sets before the parts of a message, each a link to the part: what they say is of the
/// message, but no word of its author.
///
/// `[-- Attachment #2: signature.asc --]`, `[-- Type: application/pgp-signature, Size: 833 bytes --]`
struct PublicInboxParts {
  /// Numbers of the links, to be left out of the text.
  private(set) var links: Set<Int> = []
  /// The parts that have a name or are no plain text, in order.
  private(set) var files: [PageEntry.AttachedFile] = []

  /// Finds them among elements.
  init(_ elements: some Sequence<HTMLNode>) {
    for node in elements where node.isElement("a") && node.endIndex - node.index <= 4 {
      let line = node.foldedText
      guard line.hasPrefix("[-- Attachment #"), line.hasSuffix("--]") else { continue }
      links.insert(node.index)
      guard let colon = line.firstRange(of: ": ") else { continue }
      let rest = line[colon.upperBound...]
      let name =
        rest.hasPrefix("Type: ") ? nil : rest.firstRange(of: " --]").map { rest[..<$0.lowerBound] }
      let type = rest.firstRange(of: "Type: ").map {
        rest[$0.upperBound...].prefix { $0 != "," && $0 != " " }
      }
      guard name != nil || type != "text/plain" else { continue }
      files.append(
        PageEntry.AttachedFile(
          name: name.map(String.init), type: type?.lowercased() ?? "application/octet-stream"))
    }
  }

  /// The choices that leave the links out.
  var options: ReadableTextOptions {
    var options = ReadableTextOptions()
    options.omitted = links
    return options
  }
}
