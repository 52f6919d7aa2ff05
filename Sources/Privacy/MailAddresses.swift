public import Discussion

/// Finds mail addresses in text and leaves out their domains.
public enum MailAddresses {
  /// Where addresses lie, in Unicode scalars, in order: the whole address, and where its domain begins.
  ///
  /// What lies inside a web link is part of the link, unless it is asked for.
  ///
  /// - Complexity: Linear.
  ///
  /// - Parameter looksIntoLinks: Whether those inside links are found as well.
  static func find(
    in scalars: [Unicode.Scalar], looksIntoLinks: Bool = false
  ) -> [(address: Range<Int>, domain: Int)] {
    var found: [(address: Range<Int>, domain: Int)] = []
    var index = 0
    var isInLink = false
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == " " || scalar == "\n" || scalar == "\t" { isInLink = false }
      if scalar == "/", index > 0, scalars[index - 1] == "/" { isInLink = !looksIntoLinks }
      defer { index += 1 }
      guard scalar == "@", !isInLink else { continue }
      var start = index
      while start > (found.last?.address.upperBound ?? 0), isAddressScalar(scalars[start - 1]) {
        start -= 1
      }
      var end = index + 1
      while end < scalars.count, isAddressScalar(scalars[end]) { end += 1 }
      while end > index + 1, !isAlphanumeric(scalars[end - 1]) { end -= 1 }
      guard start < index, scalars[(index + 1)..<end].contains(".") else { continue }
      found.append((start..<end, index + 1))
    }
    return found
  }

  /// `ada@…` for `ada@example.org`.
  public static func obscured(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "@")) else { return text }
    let scalars = Array(text.unicodeScalars)
    return changes(in: scalars).applied(to: scalars)
  }

  /// The post with the domains of all addresses left out: of its author, its text, its subject and its reasons.
  public static func obscured(_ archived: ArchivedPost) -> ArchivedPost {
    var archived = archived
    archived.post.author.address = archived.post.author.address.map { address in
      address.firstIndex(of: "@").map { String(address[...$0]) + "…" } ?? address
    }
    archived.post.author.name = archived.post.author.name.map(obscured)
    if archived.post.author.url?.lowercased().hasPrefix("mailto:") == true {
      archived.post.author.url = nil
    }
    archived.rewrite(
      find: { $0.contains("@") ? changes(in: $0) : TextChanges([]) }, scrub: obscured)
    return archived
  }

  private static func changes(in scalars: [Unicode.Scalar]) -> TextChanges {
    TextChanges(
      find(in: scalars).map {
        TextChanges.Change(range: $0.domain..<$0.address.upperBound, replacement: "…")
      })
  }

  private static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
    default: false
    }
  }

  private static func isAddressScalar(_ scalar: Unicode.Scalar) -> Bool {
    isAlphanumeric(scalar) || ".-_+%=".unicodeScalars.contains(scalar)
  }
}
