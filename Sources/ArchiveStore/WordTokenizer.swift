internal import GRDB
internal import GRDBSQLite
internal import WordForms

/// Splits text for FTS5 by ``WordScanner``, and keeps the forms of words that inflect.
///
/// The index holds words as they stand, folded, so that phrases stay exact and the index small; inflections are found by asking
/// for every form that shares a stem. Those forms are kept in `wordForms` as posts are written: the language of the post, the
/// stem and the form, where the two differ. Forms are never taken out: one that no post has any more finds nothing.
///
/// The words of a post begin with a column that names its language, ``languageText(_:)``. Query texts that begin with
/// ``TokenText/mark`` are rows of words that were split before, with alternatives.
///
/// - Note: FTS5 calls this on the thread of the connection, one call at a time.
@safe final class WordTokenizer: FTS5CustomTokenizer {
  static let name = "threshwords"
  /// Raised when words are split or folded in another way; `check` tells, and `check --repair` makes the index anew.
  static let version = 1

  private let database: Database
  private var insertion: OpaquePointer?
  private var stemmers: [String: Stemmer] = [:]
  private var stemmer: Stemmer?
  private var seen = SeenForms()
  /// What is mixed into the hash of a form, so that languages do not meet.
  private var seed: UInt64 = 0

  init(db: Database, arguments: [String]) throws {
    database = db
  }

  deinit { unsafe sqlite3_finalize(insertion) }

  /// The text of the language column.
  static func languageText(_ language: String?) -> String {
    "\u{1}" + (language ?? "")
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
    if unsafe bytes[0] == 1 {
      unsafe setLanguage(String(decoding: bytes.dropFirst(), as: UTF8.self))
      return SQLITE_OK
    }
    return unsafe tokenizeText(bytes, context: context, callback: tokenCallback, isPost: true)
  }

  private func tokenizeText(
    _ bytes: UnsafeBufferPointer<UInt8>, context: UnsafeMutableRawPointer?,
    callback: FTS5TokenCallback, isPost: Bool
  ) -> CInt {
    let span = unsafe bytes.span
    var scanner = WordScanner()
    // The first letters that were told already: a bit for each of a to z and 0 to 9.
    var initials: UInt64 = 0
    while scanner.next(in: span) {
      let (start, end) = (CInt(scanner.range.lowerBound), CInt(scanner.range.upperBound))
      let code = scanner.folded.withBytes { word in
        unsafe word.withUnsafeBytes { word in
          unsafe callback(
            context, scanner.isColocated ? FTS5_TOKEN_COLOCATED : 0,
            word.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(word.count), start, end)
        }
      }
      guard code == SQLITE_OK else { return code }
      guard isPost, !scanner.isColocated else { continue }
      let initial = scanner.folded[0]
      if initial < 0x80, initials & (1 << UInt64(initial & 0x3f)) == 0 {
        initials |= 1 << UInt64(initial & 0x3f)
        var token = (TokenText.initialMark, CChar(bitPattern: initial))
        let code = unsafe withUnsafeBytes(of: &token) { token in
          unsafe callback(
            context, FTS5_TOKEN_COLOCATED, token.baseAddress?.assumingMemoryBound(to: CChar.self),
            2, start, end)
        }
        guard code == SQLITE_OK else { return code }
      }
      if scanner.isLetters, scanner.folded.count > 2, scanner.folded.count <= 32, let stemmer,
        seen.insert(scanner.lower.hash(from: seed))
      {
        keepForm(scanner, stemmer: stemmer)
      }
    }
    return SQLITE_OK
  }

  private func setLanguage(_ tag: String) {
    let known = tag.isEmpty ? "en" : tag
    if stemmer?.language == known { return }
    if stemmers[known] == nil { stemmers[known] = Stemmer(language: known) }
    stemmer = stemmers[known]
    seed = known.utf8.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
  }

  /// Keeps the form of a word whose stem is another.
  private func keepForm(_ scanner: WordScanner, stemmer: Stemmer) {
    let form = scanner.folded
    var stems: [[UInt8]] = [scanner.lower.withBytes { stemmer.foldedStem($0) }]
    // Who types without diacritics should find the word as well.
    let plain = form.withBytes { stemmer.foldedStem($0) }
    if plain != stems[0] { stems.append(plain) }
    for stem in stems {
      let isSame = form.withBytes { form in
        form.count == stem.count && stem.indices.allSatisfy { form[$0] == stem[$0] }
      }
      if !isSame { insert(stem, form, language: stemmer.language) }
    }
  }

  private func insert(_ stem: [UInt8], _ form: FixedWord, language: String) {
    if unsafe insertion == nil {
      let sql = "INSERT OR IGNORE INTO wordForms(language, stem, form) VALUES(?, ?, ?)"
      unsafe sqlite3_prepare_v2(database.sqliteConnection, sql, -1, &insertion, nil)
    }
    let transient = unsafe unsafeBitCast(
      OpaquePointer(bitPattern: -1), to: sqlite3_destructor_type.self)
    unsafe sqlite3_bind_text(insertion, 1, language, -1, transient)
    unsafe stem.withUnsafeBytes { stem in
      _ = unsafe sqlite3_bind_text(
        insertion, 2, stem.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(stem.count),
        transient)
    }
    form.withBytes { form in
      unsafe form.withUnsafeBytes { form in
        _ = unsafe sqlite3_bind_text(
          insertion, 3, form.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(form.count),
          transient)
      }
    }
    // Where this fails so does the statement that called us; a form alone may be missing without harm.
    unsafe sqlite3_step(insertion)
    unsafe sqlite3_reset(insertion)
  }
}

/// Hashes of the forms that were kept, in a table of open places that forgets all when it is full.
///
/// 64 bits make a false memory less likely than one in a million for a million forms.
private struct SeenForms {
  private var places = [UInt64](repeating: 0, count: 1 << 12)
  private var count = 0

  /// Remembers a hash; false where it was remembered before.
  mutating func insert(_ hash: UInt64) -> Bool {
    let value = hash == 0 ? 1 : hash
    var index = place(of: value)
    while places[index] != 0 {
      if places[index] == value { return false }
      index = (index + 1) & (places.count - 1)
    }
    places[index] = value
    count += 1
    if count * 2 > places.count { grow() }
    return true
  }

  private func place(of value: UInt64) -> Int {
    Int(truncatingIfNeeded: (value ^ value >> 29) &* 0x9e37_79b9_7f4a_7c15 >> 32)
      & (places.count - 1)
  }

  private mutating func grow() {
    let old = places
    count = 0
    guard old.count < 1 << 21 else {
      places = [UInt64](repeating: 0, count: 1 << 12)
      return
    }
    places = [UInt64](repeating: 0, count: old.count * 2)
    for value in old where value != 0 {
      var index = place(of: value)
      while places[index] != 0 { index = (index + 1) & (places.count - 1) }
      places[index] = value
      count += 1
    }
  }
}
