internal import HTMLTree

/// A From header as pages print it: name and address in any of the usual forms.
struct Mailbox {
  var name: String?
  var address: String?

  /// Reads `Name <address>`, `address (Name)`, `Name (address)`, `"Name" <address>` or one of the two alone.
  init(_ text: String) {
    let line = text.foldingSpace
    guard !line.isEmpty else { return }
    if let open = line.utf8.lastIndex(of: 0x3C) {
      let rest = line[line.utf8.index(after: open)...]
      let inner = rest.prefix { $0 != ">" }
      address = MaskedAddress.unmask(String(inner))
      name = Self.cleaned(String(line[..<open]))
      if name == nil {
        let tail = rest.dropFirst(inner.count + 1)
        name = Self.comment(String(tail)) ?? nil
      }
      return
    }
    if let comment = Self.comment(line), let open = line.utf8.firstIndex(of: 0x28) {
      let before = String(line[..<open]).foldingSpace
      if let found = MaskedAddress.unmask(before) {
        address = found
        name = Self.cleaned(comment)
        return
      }
      // Hypermail prints them the other way round.
      if let found = MaskedAddress.unmask(comment), !before.isEmpty {
        address = found
        name = Self.cleaned(before)
        return
      }
    }
    if let found = MaskedAddress.unmask(line) {
      address = found
    } else {
      name = Self.cleaned(line)
    }
  }

  /// The text in the first pair of parentheses, to the last closing one.
  private static func comment(_ text: String) -> String? {
    guard let open = text.utf8.firstIndex(of: 0x28), let close = text.utf8.lastIndex(of: 0x29),
      open < close
    else { return nil }
    return String(text[text.utf8.index(after: open)..<close])
  }

  /// A name without the quotation marks around it and backslashes in it; nil where nothing is left.
  private static func cleaned(_ text: String) -> String? {
    var bytes = Array(text.foldingSpace.utf8)
    if bytes.count >= 2, bytes.first == bytes.last, bytes.first == 0x22 || bytes.first == 0x27 {
      bytes = Array(bytes.dropFirst().dropLast())
    }
    var result: [UInt8] = []
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] == 0x5C, offset + 1 < bytes.count { offset += 1 }
      result.append(bytes[offset])
      offset += 1
    }
    let name = String(decoding: result, as: UTF8.self).foldingSpace
    return name.isEmpty ? nil : name
  }
}
