private import HTMLTree

/// The notes that Mailman's scrubber leaves in place of attachments.
enum ScrubbedAttachments {
  /// The files that a body says were scrubbed, in order.
  static func list(in text: String) -> [PageEntry.AttachedFile] {
    guard text.contains("scrubbed...") else { return [] }
    var files: [PageEntry.AttachedFile] = []
    var isInside = false
    var name: String?
    var type: String?
    for line in text.utf8.split(separator: 0x0A) {
      let text = String(decoding: line, as: UTF8.self)
      if text.hasSuffix("was scrubbed...") {
        isInside = true
        (name, type) = (nil, text.hasPrefix("An HTML") ? "text/html" : nil)
      } else if isInside, text.hasPrefix("Name: ") {
        let value = text.dropFirst(6)
        name = value == "not available" ? nil : String(value)
      } else if isInside, text.hasPrefix("Type: ") {
        type = text.dropFirst(6).lowercased()
      } else if isInside, text.hasPrefix("URL: ") || text.hasPrefix("Url: ") {
        files.append(PageEntry.AttachedFile(name: name, type: type ?? "application/octet-stream"))
        isInside = false
      }
    }
    return files
  }
}
