internal import CStemmer

/// Cuts the endings of words in one language, by Snowball (https://snowballstem.org).
///
/// Not `Sendable`: the library keeps its work in the stemmer.
@safe public final class Stemmer {
  /// The language, as the first part of a BCP 47 tag.
  public let language: String
  private let handle: OpaquePointer

  /// Starts a stemmer; nil where Snowball does not know the language.
  public init?(language: String) {
    guard let name = Stemmer.names[language], let handle = unsafe sb_stemmer_new(name, "UTF_8")
    else { return nil }
    self.language = language
    unsafe self.handle = handle
  }

  deinit { unsafe sb_stemmer_delete(handle) }

  /// The languages whose endings are known.
  public static var languages: [String] { names.keys.sorted() }

  /// The stem of a word.
  ///
  /// - Parameter word: Lower case, with diacritics, UTF-8.
  /// - Returns: UTF-8; the word itself where memory ran out.
  public func stem(_ word: Span<UInt8>) -> [UInt8] {
    unsafe word.withUnsafeBufferPointer { word in
      guard let stem = unsafe sb_stemmer_stem(handle, word.baseAddress, CInt(word.count)) else {
        return unsafe Array(word)
      }
      let count = unsafe Int(sb_stemmer_length(handle))
      return unsafe Array(UnsafeBufferPointer(start: stem, count: count))
    }
  }

  /// The stem of a word, folded as the index folds.
  public func foldedStem(_ word: Span<UInt8>) -> [UInt8] {
    let stem = stem(word)
    guard stem.contains(where: { $0 >= 0x80 }) else { return stem }
    var scanner = WordScanner()
    guard scanner.next(in: stem.span) else { return stem }
    return Array(scanner.folded.text.utf8)
  }

  /// Snowball's names; Hindi, Nepali and Tamil are left out, whose vowel signs folding would part from their letters.
  private static let names: [String: String] = [
    "ar": "arabic", "hy": "armenian", "eu": "basque", "ca": "catalan", "da": "danish",
    "nl": "dutch",
    "en": "english", "fi": "finnish", "fr": "french", "de": "german", "el": "greek",
    "hu": "hungarian",
    "id": "indonesian", "ga": "irish", "it": "italian", "lt": "lithuanian", "no": "norwegian",
    "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian", "es": "spanish",
    "sv": "swedish",
    "tr": "turkish", "yi": "yiddish",
  ]
}
