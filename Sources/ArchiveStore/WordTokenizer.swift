internal import GRDB
internal import GRDBSQLite
internal import WordForms

/// Splits text for FTS5 by `WordScanner`, and has the forms of words that inflect kept.
///
/// The index holds words as they stand, folded, so that phrases stay exact and the index small; inflections are found by asking
/// for every form that shares a stem, which ``FormTable`` keeps.
///
/// The words of a post begin with a column that names its language, ``languageText(_:)``. Texts that begin with
/// `WordPacker.mark` are words that were split where the post was read, and query texts that begin with ``TokenText/mark`` are
/// rows of words with alternatives.
///
/// - Note: FTS5 calls this on the thread of the connection, one call at a time.
@safe final class WordTokenizer: FTS5CustomTokenizer {
  static let name = "threshwords"
  /// Raised when words are split or folded in another way; `check` tells, and `check --repair` makes the index anew.
  static let version = 1

  private let forms: FormTable
  private var language = WordPacker.unknownLanguage

  init(db: Database, arguments: [String]) throws {
    forms = FormTable(db)
  }

  /// The text of the language column.
  static func languageText(_ language: String?) -> String {
    "\u{1}" + (language ?? "")
  }

  /// A text as it is handed over, with a blank before a sign that would have a meaning.
  static func plain(_ text: String) -> String {
    guard let first = text.utf8.first, first == 1 || first == WordPacker.mark else { return text }
    return " " + text
  }

  func tokenize(
    context: UnsafeMutableRawPointer?, tokenization: FTS5Tokenization,
    pText: UnsafePointer<CChar>?, nText: CInt, tokenCallback: @escaping FTS5TokenCallback
  ) -> CInt {
    guard let start = unsafe pText, nText > 0 else { return SQLITE_OK }
    let raw = unsafe UnsafeRawBufferPointer(start: start, count: Int(nText))
    let bytes = unsafe raw.bindMemory(to: UInt8.self)
    if tokenization.contains(.query) {
      if unsafe bytes[0] == TokenText.mark {
        return unsafe TokenText.tokenize(bytes, context: context, callback: tokenCallback)
      }
      return unsafe tokenizeText(bytes, context: context, callback: tokenCallback, isPost: false)
    }
    switch unsafe bytes[0] {
    case 1:
      let tag = unsafe String(decoding: bytes.dropFirst(), as: UTF8.self)
      language = tag.isEmpty ? WordPacker.unknownLanguage : tag
      return SQLITE_OK
    case WordPacker.mark:
      return unsafe tokenizePacked(bytes, context: context, callback: tokenCallback)
    default:
      return unsafe tokenizeText(bytes, context: context, callback: tokenCallback, isPost: true)
    }
  }

  private func tokenizeText(
    _ bytes: UnsafeBufferPointer<UInt8>, context: UnsafeMutableRawPointer?,
    callback: FTS5TokenCallback, isPost: Bool
  ) -> CInt {
    let span = unsafe bytes.span
    var scanner = IndexScanner(tellsInitials: isPost)
    while scanner.next(in: span) {
      let (start, end) = (CInt(scanner.range.lowerBound), CInt(scanner.range.upperBound))
      let code = scanner.withBytes { word in
        unsafe word.withUnsafeBytes { word in
          unsafe callback(
            context, scanner.isColocated ? FTS5_TOKEN_COLOCATED : 0,
            word.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(word.count), start, end)
        }
      }
      guard code == SQLITE_OK else { return code }
      if isPost, scanner.isForm {
        scanner.lower.withBytes { lower in
          scanner.withBytes { forms.note(lower, folded: $0, language: language) }
        }
      }
    }
    return SQLITE_OK
  }

  /// Hands over words that were split before; what is cut off is left out.
  private func tokenizePacked(
    _ bytes: UnsafeBufferPointer<UInt8>, context: UnsafeMutableRawPointer?,
    callback: FTS5TokenCallback
  ) -> CInt {
    let characters = unsafe UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(
      to: CChar.self)
    guard let characters = unsafe characters else { return SQLITE_OK }
    var index = 1
    while index < bytes.count {
      let head = unsafe bytes[index]
      let start = index + 1
      index = start + Int(head & 0x7f)
      guard index <= bytes.count else { break }
      let code = unsafe callback(
        context, head & 0x80 != 0 ? FTS5_TOKEN_COLOCATED : 0, characters + start,
        CInt(head & 0x7f), CInt(start), CInt(index))
      guard code == SQLITE_OK else { return code }
    }
    return SQLITE_OK
  }
}
