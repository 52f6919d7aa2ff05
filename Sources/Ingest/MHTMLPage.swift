internal import HTMLArchive
internal import MailFormat
internal import SourceBytes

/// A page that a browser saved as one file: MHTML (RFC 2557), a message whose first part is the page.
struct MHTMLPage {
  /// The page in UTF-8.
  var bytes: [UInt8]
  /// Where and when it was saved.
  var given = PageGiven()

  /// Whether a file opens as such a page and not as mail: browsers sign as its sender, or note where it was.
  static func opens(_ bytes: [UInt8]) -> Bool {
    // Header fields open with a letter; a page does not, and there are many.
    guard let first = bytes.first(where: { $0 > 0x20 }), first != 0x3C else { return false }
    let head = bytes.prefix(4096).asciiLowercased
    guard head.holds("multipart/related") || head.holds("snapshot-content-location") else {
      return false
    }
    return head.holds("snapshot-content-location:") || head.holds("from: <saved by")
      || head.holds("from: \"saved by") || head.holds("from: saved by")
      || head.holds("x-maf-")
  }

  /// Takes the page out; nil where no part of the file is one.
  init?(_ bytes: [UInt8], at location: SourceLocation) {
    guard Self.opens(bytes) else { return nil }
    var findings: [Finding] = []
    let message = MailMessage(parsing: bytes.span, from: location, findings: &findings)
    guard let part = message.textParts.first(where: \.isHTML) else { return nil }
    self.bytes = [0xEF, 0xBB, 0xBF] + Array(part.content.utf8)
    let places =
      message.fieldValues("Snapshot-Content-Location") + message.fieldValues("Content-Location")
      + message.fieldValues("X-MAF-Information")
    given.savedFrom = places.first { $0.hasPrefix("http") }
    given.accessed = message.date?.stated
  }
}
