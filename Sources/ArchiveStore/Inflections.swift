internal import GRDB
internal import WordForms

/// Finds the words that count as one: those of the archive that share a stem in one of its languages.
///
/// - Note: One for each query; it keeps its stemmers.
final class Inflections {
  /// The most forms that are asked for at one place; languages with many endings have more.
  private static let limit = 64

  private let database: Database
  private let stemmers: [Stemmer]
  private var known: [String: [String]] = [:]
  private var knownNear: [String: [String]] = [:]

  init(database: Database) throws {
    self.database = database
    var stemmers: [Stemmer] = []
    var last = ""
    // One look for each language, where DISTINCT would read every form.
    while let next = try String.fetchOne(
      database, sql: "SELECT language FROM wordForms WHERE language > ? ORDER BY language LIMIT 1",
      arguments: [last])
    {
      if let stemmer = Stemmer(language: next) { stemmers.append(stemmer) }
      last = next
    }
    self.stemmers = stemmers
  }

  /// The word, folded, and what counts as the same, shortest first.
  ///
  /// - Parameter text: One word as it was typed.
  func forms(of text: String) throws -> [String] {
    if let forms = known[text] { return forms }
    let bytes = Array(text.utf8)
    var scanner = WordScanner()
    guard scanner.next(in: bytes.span) else { return [] }
    let word = scanner.folded.text
    var forms: Set<String> = []
    if scanner.isLetters, scanner.folded.count > 2 {
      for stemmer in stemmers {
        let folded = Array(word.utf8)
        var stems = [
          scanner.lower.withBytes { stemmer.foldedStem($0) }, stemmer.foldedStem(folded.span),
        ]
        if stems[0] == stems[1] { stems.removeLast() }
        for stem in stems.map({ String(decoding: $0, as: UTF8.self) }) {
          let found = try String.fetchAll(
            try database.cachedStatement(
              sql: """
                SELECT form FROM wordForms WHERE language = ? AND stem = ?
                ORDER BY length(form), form LIMIT \(Inflections.limit)
                """), arguments: [stemmer.language, stem])
          // A stem that no form shares is another word's at most by chance.
          guard !found.isEmpty else { continue }
          forms.formUnion(found)
          // Very short stems are function words of other languages.
          if stem.utf8.count > 2 { forms.insert(stem) }
        }
      }
    }
    forms.remove(word)
    let sorted = forms.sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    known[text] = [word] + sorted.prefix(Inflections.limit)
    return known[text] ?? []
  }

  /// The indexed words at most so many typing errors away, as ``Vocabulary`` finds them; a query is compiled several times.
  func terms(near word: String, distance: Int) throws -> [String] {
    let key = "\(distance) \(word)"
    if let terms = knownNear[key] { return terms }
    let terms = try Vocabulary(database: database).terms(near: word, distance: distance)
    knownNear[key] = terms
    return terms
  }
}
