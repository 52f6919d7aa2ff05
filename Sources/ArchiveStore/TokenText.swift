internal import GRDB
internal import GRDBSQLite
internal import WordForms

/// Words of a query that were split before they reach FTS5, with the forms that count as the same word.
///
/// FTS5 hands the text between the quotation marks of a query to the tokenizer, so a text of our own can carry alternatives,
/// which FTS5 treats as one word: hits of all forms are counted and ranked together.
struct TokenText: Hashable {
  /// The first byte of such a text.
  static let mark: UInt8 = 2
  /// Before each further place of the row, and before each alternative at one place.
  private static let place: UInt8 = 3
  private static let alternative: UInt8 = 4
  /// The words in a row; at each place the word and what counts as the same.
  var places: [[String]]
  /// Whether the last word may go on.
  var isPrefix = false

  /// What stands in the query.
  var match: String {
    var bytes: [UInt8] = [0x22, TokenText.mark]
    for (index, words) in places.enumerated() {
      if index > 0 { bytes.append(TokenText.place) }
      bytes += words.joined(separator: String(UnicodeScalar(TokenText.alternative))).utf8
    }
    bytes.append(0x22)
    return String(decoding: bytes, as: UTF8.self) + (isPrefix ? " *" : "")
  }

  /// What stands in a query that only asks whether some alternative is there, each a word of its own: FTS5 finds them without
  /// merging their places.
  var anyMatch: String {
    guard places.count == 1, places[0].count > 1, !isPrefix else { return match }
    return places[0].map { TokenText(anyOf: [$0]).match }.joined(separator: " OR ")
  }

  /// Splits text as the index does, as it stands.
  ///
  /// - Parameter isPrefix: Whether the last word may go on.
  init(_ text: String, isPrefix goesOn: Bool = false) {
    places = []
    var lastIsSingle = false
    var text = text
    text.withUTF8 { utf8 in
      let bytes = unsafe utf8.span
      var scanner = WordScanner()
      while scanner.next(in: bytes) {
        let word = scanner.folded.text
        if scanner.isColocated {
          // A name with its sign is asked for with its sign; the last of a run of pairs is in the pair.
          if !scanner.isPair { places[places.count - 1] = [word] }
        } else {
          places.append([word])
          lastIsSingle = scanner.isPair && word.unicodeScalars.count == 1
        }
      }
    }
    // One character of a script without blanks is the start of a pair, or stands alone.
    isPrefix = goesOn || lastIsSingle
  }

  /// One letter of ASCII that words begin with.
  init(initial: String) {
    places = [[String(UnicodeScalar(IndexScanner.initialMark)) + initial]]
  }

  /// Alternatives at one place.
  init(anyOf words: [String]) {
    places = [words]
  }

  /// Hands the words of such a text to FTS5.
  static func tokenize(
    _ bytes: UnsafeBufferPointer<UInt8>, context: UnsafeMutableRawPointer?,
    callback: FTS5TokenCallback
  ) -> CInt {
    var start = 1
    var flags: CInt = 0
    let count = bytes.count
    for index in 1...count {
      let sign = unsafe index < count ? bytes[index] : place
      guard sign == place || sign == alternative else { continue }
      if index > start {
        let word = unsafe UnsafeRawBufferPointer(
          rebasing: UnsafeRawBufferPointer(bytes)[start..<index])
        let code = unsafe callback(
          context, flags, word.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(word.count),
          CInt(start),
          CInt(index))
        guard code == SQLITE_OK else { return code }
      }
      flags = sign == alternative ? FTS5_TOKEN_COLOCATED : 0
      start = index + 1
    }
    return SQLITE_OK
  }
}
