internal import Discussion

/// Names of venues from what posts, pages, folders and files say.
enum VenueNaming {
  /// A venue by a name that people wrote; nil where nothing of it can stand in an id.
  static func venue(named name: String, kind: Venue.Kind) -> Venue? {
    let trimmed = String(name.trimming(while: \.isWhitespace))
    let id = slug(trimmed)
    return id.isEmpty ? nil : Venue(id: id, name: trimmed, kind: kind)
  }

  /// The list that a List-Id names (RFC 2919): `Phrase <list.domain>`.
  static func venue(listID: String) -> Venue? {
    var phrase = listID[...]
    var id = listID[...]
    if let open = listID.lastIndex(of: "<") {
      phrase = listID[..<open]
      id = listID[listID.index(after: open)...].prefix { $0 != ">" }
    } else {
      phrase = ""
    }
    let label = String(id.prefix { $0 != "." && $0 != "@" }.trimming(while: \.isWhitespace))
    let shown = phrase.trimming(while: { $0.isWhitespace || $0 == "\"" })
    // The phrase is often a sentence about the list; it names the list only where it spells the same word.
    let name = shown.lowercased() == label.lowercased() ? String(shown) : label
    return venue(named: name, kind: .list)
  }

  /// What the path of a file suggests: its folder and file name without dates and endings.
  ///
  /// - Parameter path: Path of the file, members joined by `/`.
  /// - Returns: The key of the group of files that share a venue, and the venue's name.
  static func fallback(path: String) -> (group: String, name: String) {
    var parts = parts(of: path).map(String.init)
    let file = parts.popLast() ?? ""
    let isInYear = parts.last.map { isDate($0[...], isAlone: true) } ?? false
    let isInDigests = ["digest", "digests"].contains(parts.last?.lowercased())
    dropUntelling(&parts)
    let folders = parts.joined(separator: "/")
    var stem = withoutDate(withoutEndings(file))
    // `2012/01.mbox` is a month, `commons-l/digests/17.mbox` an issue.
    if isInYear && stem.utf8.count <= 2 || isInDigests && !parts.isEmpty,
      stem.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    {
      stem = ""
    }
    if !stem.isEmpty { return (folders + "/" + stem, stem) }
    return (folders + "/", name(of: parts.last))
  }

  /// As ``fallback(path:)`` for files that are each one post, such as pages and Maildir messages: the folder alone counts.
  static func folderFallback(path: String) -> (group: String, name: String) {
    var parts = parts(of: path).dropLast().map(String.init)
    dropUntelling(&parts)
    return (parts.joined(separator: "/") + "/", name(of: parts.last))
  }

  /// Takes off the folders at the end that tell nothing: those that many programs make, and dates.
  private static func dropUntelling(_ folders: inout [String]) {
    while let folder = folders.last, isGeneric(folder) || withoutDate(folder).isEmpty {
      folders.removeLast()
    }
  }

  private static func name(of folder: String?) -> String {
    let name = folder.map { withoutDate(withoutEndings($0)) } ?? ""
    return name.isEmpty ? "archive" : name
  }

  /// Whether a file is named as single messages are: in a Maildir, in a folder of MH, or with an ending for one.
  ///
  /// Programs that filed mail often left the `From ` line above it, so that content alone shows a mailbox.
  static func isMessageFile(path: String) -> Bool {
    let parts = parts(of: path).suffix(2)
    guard let file = parts.last else { return false }
    if parts.count == 2, let folder = parts.first, folder == "cur" || folder == "new" {
      return true
    }
    if file.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return true }
    return [".eml", ".msg", ".emlx"].contains { file.lowercased().hasSuffix($0) }
  }

  /// The names in a path, parted byte by byte.
  private static func parts(of path: String) -> [Substring] {
    path.utf8.split(separator: 0x2F).map { Substring($0) }
  }

  private static let genericFolders: Set<String> = [
    "cur", "new", "archive", "archives", "html", "text", "txt", "mail", "mbox", "pages", "data",
    "raw", "messages", "msg", "lists", "tmp", "in", "maildir",
    "pipermail", "mhonarc", "hypermail", "digest", "digests", "..", ".",
  ]

  private static let longestGenericFolder = 9

  private static func isGeneric(_ folder: String) -> Bool {
    folder.utf8.count <= longestGenericFolder && genericFolders.contains(folder.lowercased())
  }

  private static let endings: Set<String> = [
    "mbox", "mboxrd", "mboxo", "txt", "gz", "xz", "bz2", "zst", "tar", "tgz", "txz", "zip",
    "7z", "lz4", "git", "mmdf", "babyl", "html", "htm", "xml", "eml", "json", "maildir", "mail",
    "msg",
  ]

  static func withoutEndings(_ name: String) -> String {
    var name = name[...]
    while let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex,
      endings.contains(name[name.index(after: dot)...].lowercased())
    {
      name = name[..<dot]
    }
    return String(name)
  }

  private static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec",
  ]

  /// How many bytes the longest name of a month has.
  private static let longestMonth = 9

  /// A name without the years, months and quarters at its end: `list-2008-2015` is `list`, `2012-January` is empty.
  static func withoutDate(_ name: String) -> String {
    var pieces = name.utf8.split { $0 == 0x2D || $0 == 0x5F || $0 == 0x2E || $0 == 0x20 }
      .map { Substring($0) }
    while let last = pieces.last, isDate(last, isAlone: pieces.count == 1) { pieces.removeLast() }
    guard let first = pieces.first, let last = pieces.last else { return "" }
    return String(name[first.startIndex..<last.endIndex])
  }

  private static func isDate(_ piece: Substring, isAlone: Bool) -> Bool {
    // No date starts otherwise, and few names have a part that could be one.
    guard let first = piece.utf8.first, "0123456789jfmasondqJFMASONDQ".utf8.contains(first) else {
      return false
    }
    // Most of these are words or numbers in a longer name.
    let digitCount = piece.utf8.prefix { (0x30...0x39).contains($0) }.count
    if digitCount == piece.utf8.count {
      return [8, 6, 4, 2, 1].contains(digitCount) && (!isAlone || digitCount >= 4)
    }
    if digitCount == 0, piece.utf8.count > longestMonth { return false }
    let text = piece.lowercased()
    if months.contains(text) { return true }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    switch (digits.count, text.dropFirst(digits.count)) {
    case (8, ""), (6, ""), (4, ""), (2, ""), (1, ""): return !isAlone || digits.count >= 4
    case (4, let rest): return months.contains(String(rest)) || rest.first == "q" && rest.count == 2
    default: return text.count == 2 && text.first == "q" && text.last?.isNumber == true
    }
  }

  /// Lower-case letters, digits, `.`, `_`, `-`, `+`; everything else becomes one hyphen.
  static func slug(_ name: String) -> String {
    var slug = ""
    for scalar in name.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || (scalar.isASCII && scalar.properties.numericType != nil)
        || "._+".unicodeScalars.contains(scalar)
      {
        slug.unicodeScalars.append(scalar)
      } else if scalar != "'" && scalar != "’", slug.last != "-", !slug.isEmpty {
        slug.append("-")
      }
    }
    return String(slug.trimming(while: { $0 == "-" || $0 == "." }))
  }
}
