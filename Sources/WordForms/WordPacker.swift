/// Splits texts where they are read, so that the one writer of the archive need not.
///
/// A packed text is ``mark``, then for each word of ``IndexScanner`` a byte that holds its length, with the high bit set where
/// it stands at the place of the word before, and its bytes.
public struct WordPacker {
  /// The first byte of a packed text; no text begins with it that is not packed.
  public static let mark: UInt8 = 6

  /// The words that may be inflections, by language (BCP 47), each once: the length of the word and the word in lower case,
  /// then the same without diacritics.
  public private(set) var forms: [String: [UInt8]] = [:]
  /// What was met so far.
  public private(set) var seen: SeenForms

  /// Starts without forms.
  ///
  /// - Parameter seen: Forms that were told of before.
  public init(seen: SeenForms = SeenForms()) {
    self.seen = seen
  }

  /// Packs a text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - language: Its language, as far as known.
  /// - Complexity: One pass over the UTF-8.
  public mutating func pack(_ text: String, language: String?) -> [UInt8] {
    let language = language ?? WordPacker.unknownLanguage
    let seed = SeenForms.seed(language: language)
    var text = text
    return text.withUTF8 { utf8 in
      let bytes = unsafe utf8.span
      var packed: [UInt8] = [WordPacker.mark]
      packed.reserveCapacity(bytes.count + bytes.count / 8 + 64)
      var added: [UInt8] = []
      func add(_ word: FixedWord) {
        added.append(UInt8(word.count))
        for index in 0..<word.count { added.append(word[index]) }
      }
      var scanner = IndexScanner(tellsInitials: true)
      while scanner.next(in: bytes) {
        scanner.withBytes { word in
          packed.append(UInt8(word.count) | (scanner.isColocated ? 0x80 : 0))
          // Words are short: byte by byte is quicker than a copy.
          for index in word.indices { packed.append(word[index]) }
        }
        guard scanner.isForm, seen.insert(scanner.lower.hash(from: seed)) else { continue }
        add(scanner.lower)
        add(scanner.folded)
      }
      if !added.isEmpty { forms[language, default: []] += added }
      return packed
    }
  }

  /// The language that a text is taken for which does not tell.
  public static let unknownLanguage = "en"
}
