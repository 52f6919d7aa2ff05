internal import SourceBytes

/// The names of the mail formats.
enum MailFormats {
  /// The formats whose posts are kept as messages.
  static let names: Set<String> = ["mbox", "pipermail-text", "message"]

  /// `pipermail-text` where the first separator masks its address, else `mbox`.
  static func name(ofMbox head: [UInt8]) -> String {
    let line = head.drop { $0 == 0x0a || $0 == 0x0d }.prefix { $0 != 0x0a }
    let words = line.split(separator: 0x20, maxSplits: 4, omittingEmptySubsequences: true)
    return words.count > 3 && words[2].elementsEqual("at".utf8) ? "pipermail-text" : "mbox"
  }
}
