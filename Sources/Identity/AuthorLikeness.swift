internal import Discussion
internal import SourceBytes

/// How the authors of two copies agree.
enum Agreement: Int, Sendable, Comparable {
  case different, unknown, likely, same

  static func < (left: Agreement, right: Agreement) -> Bool { left.rawValue < right.rawValue }
}

/// An author folded for comparison, whatever archives do to names and addresses.
struct AuthorLikeness: Sendable, Hashable {
  /// The words of the name in lower case, sorted, since some write the last name first; marks for lost letters.
  let words: [String]
  /// The part of the address before `@`, lower case, up to where it is masked.
  let local: String?
  /// Whether something of it is masked.
  let isLocalCut: Bool
  /// The part behind `@`, lower case; nil where it is masked.
  let domain: String?

  init(_ author: Author) {
    var address = author.address?.lowercased() ?? ""
    var name = author.name ?? ""
    // Some pages show the address in place of a name.
    if name.holds("@") || name.holds(" at ") {
      if address.isEmpty { address = name.lowercased().replacing(" at ", with: "@") }
      name = ""
    }
    words = AuthorLikeness.words(of: name)
    let parts = address.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    let given = parts.first.map(String.init) ?? ""
    let hasDots = given.holds("..")
    let kept = given.prefix { $0 != "." || !hasDots }
    isLocalCut = hasDots || given.holds("…") || given.hasSuffix("*")
    let plain = isLocalCut ? String(kept.prefix { $0 != "…" && $0 != "*" }) : given
    local = plain.isEmpty ? nil : plain
    let host = parts.count == 2 ? String(parts[1]) : ""
    let isMasked =
      !host.holds(".") || host.holds("..") || host.holds("*")
      || host.allSatisfy { $0 == "x" || $0 == "." }
    domain = isMasked ? nil : host
  }

  private static func words(of name: String) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in name.unicodeScalars {
      if scalar.isASCII {
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        let small = byte | 0x20
        if (0x61...0x7A).contains(small) {
          word.unicodeScalars.append(Unicode.Scalar(small))
        } else if (0x30...0x39).contains(byte) || scalar == "?" {
          word.unicodeScalars.append(scalar)
        } else if scalar != "'", !word.isEmpty {
          words.append(word)
          word = ""
        }
        continue
      }
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar == "\u{fffd}"
      {
        word += scalar.properties.lowercaseMapping
      } else if scalar != "\u{2019}", !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    return words.sorted()
  }

  /// The words with one mark for each row of letters beyond ASCII.
  private var marked: [String] {
    words.map { word in
      var marked = ""
      for scalar in word.unicodeScalars {
        let isMark = !scalar.isASCII || scalar == "?"
        if isMark, marked.hasSuffix("?") { continue }
        marked.unicodeScalars.append(isMark ? "?" : scalar)
      }
      return marked
    }.sorted()
  }

  /// Whether both say who wrote it, and the same.
  func agreement(with other: AuthorLikeness) -> Agreement {
    let isNameless = words.isEmpty && local == nil
    let isOtherNameless = other.words.isEmpty && other.local == nil
    if isNameless || isOtherNameless { return .unknown }
    if !words.isEmpty, words == other.words { return .same }
    let names = marked
    if !names.isEmpty, names == other.marked, names.contains(where: { $0 != "?" }) { return .same }
    if let local, let otherLocal = other.local {
      let fits =
        local == otherLocal || isLocalCut && otherLocal.hasPrefix(local)
        || other.isLocalCut && local.hasPrefix(otherLocal)
      if fits, domain == nil || other.domain == nil || domain == other.domain {
        return isLocalCut || other.isLocalCut || domain == nil || other.domain == nil
          ? .likely : .same
      }
      return names == other.marked && !names.isEmpty ? .likely : .different
    }
    // One shows a name, the other an address only.
    if let address = words.isEmpty ? local : other.words.isEmpty ? other.local : nil {
      let words = words.isEmpty ? other.words : words
      return words.contains { $0.count >= 3 && address.contains($0) } ? .likely : .unknown
    }
    return .different
  }
}
