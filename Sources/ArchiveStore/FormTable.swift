internal import GRDB
internal import WordForms

/// The forms of words that inflect: the table `wordForms` holds language, stem and form where stem and form differ.
///
/// Forms are never taken out: one that no post has any more finds nothing.
final class FormTable {
  private let database: Database
  private var stemmers: [String: Stemmer] = [:]
  private var stemmer: Stemmer?
  private var seen = SeenForms()
  private var language = ""
  private var seed: UInt64 = 0

  init(_ database: Database) {
    self.database = database
  }

  /// Notes a word that may be an inflection.
  ///
  /// - Parameters:
  ///   - lower: The word in lower case.
  ///   - folded: The word without case and diacritics.
  ///   - language: The language of the post (BCP 47).
  func note(_ lower: Span<UInt8>, folded: Span<UInt8>, language: String) {
    var insertion: RowStatement?
    note(lower, folded: folded, language: language, &insertion)
  }

  /// - Parameter insertion: The statement that writes a form, made when it is needed first.
  private func note(
    _ lower: Span<UInt8>, folded: Span<UInt8>, language: String, _ insertion: inout RowStatement?
  ) {
    if language != self.language {
      self.language = language
      seed = SeenForms.seed(language: language)
      if stemmers[language] == nil { stemmers[language] = Stemmer(language: language) }
      stemmer = stemmers[language]
    }
    guard let stemmer, seen.insert(FixedWord.hash(lower, from: seed)) else { return }
    let stem = stemmer.foldedStem(lower)
    insert(stem, folded, &insertion)
    // Who types without diacritics should find the word as well.
    if lower.isSame(as: folded) { return }
    let plain = stemmer.foldedStem(folded)
    if plain != stem { insert(plain, folded, &insertion) }
  }

  /// Notes the words that were collected where posts were read.
  func note(_ forms: [String: [UInt8]]) {
    var insertion: RowStatement?
    for language in forms.keys.sorted() {
      let packed = forms[language, default: []]
      var index = 0
      func word() -> Range<Int>? {
        guard index < packed.count else { return nil }
        let start = index + 1
        index = start + Int(packed[start - 1])
        return index <= packed.count ? start..<index : nil
      }
      while let lower = word(), let folded = word() {
        note(
          packed.span.extracting(lower), folded: packed.span.extracting(folded),
          language: language, &insertion)
      }
    }
  }

  private func insert(
    _ stem: [UInt8], _ form: Span<UInt8>, _ insertion: inout RowStatement?
  ) {
    let isSame = stem.count == form.count && stem.indices.allSatisfy { stem[$0] == form[$0] }
    guard !isSame else { return }
    // A form alone may be missing without harm; where the disk is full the statement around fails as well.
    let statement =
      insertion
      ?? (try? RowStatement(
        "INSERT OR IGNORE INTO wordForms(language, stem, form) VALUES(?, ?, ?)", in: database))
    insertion = statement
    guard var row = statement else { return }
    row.bind(language)
    row.bind(text: stem)
    row.bind(text: form.indices.map { form[$0] })
    try? row.run()
  }
}

extension Span<UInt8> {
  fileprivate func isSame(as other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    for index in indices where self[index] != other[index] { return false }
    return true
  }
}
