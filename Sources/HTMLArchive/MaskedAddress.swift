private import HTMLTree
internal import SourceBytes

/// Mail addresses as archives print them, and ids as archives escape them.
enum MaskedAddress {
  /// Turns `ada at example.org` and percent escapes back into an address; nil where none is there.
  static func unmask(_ text: String) -> String? {
    let words = text.wordsOfASCII
    var result = text.wordsOfASCII.joined(separator: " ")
    if words.count == 3, words[1] == "at" || words[1] == "(at)" || words[1] == "[at]" {
      result = words[0] + "@" + words[2]
    }
    if result.utf8.contains(0x25) { result = PercentEncoding.decoded(result) }
    return isAddress(result) ? result : nil
  }

  /// A line with the masks of marc.info (`ada () example ! org`) and of Gmane (`ada <at> example.org`) undone.
  static func plain(_ text: String) -> String {
    var text = text
    if text.contains(" () ") {
      text = text.components(" () ").joined(separator: "@").components(" ! ").joined(separator: ".")
    }
    for mask in [" <at> ", "<at>", " [at] ", " (at) "] where text.contains(mask) {
      text = text.components(mask).joined(separator: "@")
    }
    return text
  }

  /// Whether text has the shape of an address that could be real.
  static func isAddress(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: 0x40, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].count >= 2 else { return false }
    if text.utf8.contains(where: { $0 <= 0x20 || $0 == 0x3C || $0 == 0x3E || $0 == 0x2C }) {
      return false
    }
    return true
  }

  /// Whether an archive replaced the domain (MHonArc's SPAMMODE).
  static func isHidden(_ address: String) -> Bool {
    guard let domain = address.utf8.split(separator: 0x40).last else { return true }
    let text = String(decoding: domain, as: UTF8.self).lowercased()
    return text == "domain.hidden" || text.utf8.allSatisfy { $0 == 0x78 || $0 == 0x2E }
  }

  /// An id without the brackets and spaces around it; nil where nothing is left.
  static func bareID(_ text: String) -> String? {
    var slice = text.utf8.drop { $0 <= 0x20 || $0 == 0x3C }
    while let last = slice.last, last <= 0x20 || last == 0x3E { slice = slice.dropLast() }
    return slice.isEmpty ? nil : String(decoding: slice, as: UTF8.self)
  }
}
