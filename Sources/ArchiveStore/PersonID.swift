internal import Discussion

/// The id of the person behind an author: one address is one person, and so is one full name where no address is given.
enum PersonID {
  /// - Returns: `p-` and ten characters; nil for an author who shows nothing.
  static func of(_ author: Author) -> String? {
    if let address = author.address, !address.isEmpty {
      return make("address\0" + address.lowercased())
    }
    guard let name = author.name, !name.isEmpty else { return nil }
    return make(
      "name\0" + name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }

  private static func make(_ key: String) -> String {
    "p-" + StableName.letters(of: key, characterCount: 10)
  }
}
