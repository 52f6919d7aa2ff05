internal import Compression
internal import Discussion
internal import Foundation
internal import GRDB
internal import WordForms

/// The words of a thread that may tell what it is about: how often its posts have them, by stem.
///
/// - Note: One for each question; it keeps stemmers.
final class ThreadWords {
  /// One stem.
  struct Word {
    /// How often posts have it: for each post one and the logarithm of how often, a word of the subject three times more.
    var weight = 0.0
    /// The forms that were seen.
    var forms: [String: Int] = [:]
    /// In how many posts.
    var postCount = 0
    /// Whether it stands in a subject.
    var isInSubject = false

    /// The form that people read: the most frequent.
    var shown: String {
      forms.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? ""
    }
  }

  /// How many posts of a thread are read, and how many words of each.
  private static let postLimit = 200
  private static let wordLimit = 2_000

  /// By stem.
  private(set) var words: [String: Word] = [:]
  private var stemmers: [String: Stemmer] = [:]
  /// Names of those who write here are no matter that they write about.
  private var names: Set<String> = []

  /// - Complexity: Reads some texts of the thread.
  init(ofThread thread: Int64, in database: Database) throws {
    let codec = ZstandardCodec()
    let rows = try Int64.fetchAll(
      database,
      sql: """
        SELECT post FROM placements JOIN posts ON posts.id = placements.post
        WHERE thread = ? AND kind <> 'missing' AND status = 'published' ORDER BY position
        """, arguments: [thread])
    // Of a long thread some from all of it.
    let step = max(1, (rows.count + ThreadWords.postLimit - 1) / ThreadWords.postLimit)
    var subjects: Set<String> = []
    var posts: [Post] = []
    for index in stride(from: 0, to: rows.count, by: step) {
      guard let post = try PostRow.post(rows[index], in: database, with: codec) else { continue }
      posts.append(post)
      for word in WordRow(post.author.name ?? "").words { names.insert(word.text) }
    }
    for post in posts {
      let subject = BaseSubject(post.subject ?? "").text
      // The subject that all answers repeat counts once.
      if subjects.insert(subject.lowercased()).inserted {
        add(subject, language: post.language, weight: 3, isSubject: true)
      }
      add(post.words.own, language: post.language, weight: 1, isSubject: false)
    }
  }

  private func add(_ text: String, language: String?, weight: Double, isSubject: Bool) {
    var counts: [String: Int] = [:]
    var forms: [String: [String: Int]] = [:]
    let stemmer = stemmer(for: language)
    var text = text
    text.withUTF8 { utf8 in
      let bytes = unsafe utf8.span
      var scanner = WordScanner()
      var count = 0
      while count < ThreadWords.wordLimit, scanner.next(in: bytes) {
        count += 1
        guard !scanner.isColocated, scanner.isPair || scanner.isLetters else { continue }
        let form = scanner.folded.text
        guard form.unicodeScalars.count >= (scanner.isPair ? 2 : 3), !names.contains(form),
          !ThreadWords.isInAddress(scanner.range, in: bytes),
          !LanguageGuess.isFunctionWord(scanner.lower, of: language ?? "en")
        else { continue }
        let stem =
          stemmer.map { stemmer in
            String(
              decoding: scanner.lower.withBytes { stemmer.foldedStem($0) }, as: UTF8.self)
          } ?? form
        counts[stem, default: 0] += 1
        forms[stem, default: [:]][form, default: 0] += 1
      }
    }
    for (stem, count) in counts {
      var word = words[stem] ?? Word()
      word.weight += weight * (1 + log(Double(count)))
      word.postCount += 1
      word.isInSubject = word.isInSubject || isSubject
      for (form, count) in forms[stem] ?? [:] { word.forms[form, default: 0] += count }
      words[stem] = word
    }
  }

  private func stemmer(for language: String?) -> Stemmer? {
    let language = language ?? "en"
    if let stemmer = stemmers[language] { return stemmer }
    stemmers[language] = Stemmer(language: language)
    return stemmers[language]
  }

  /// Whether a word is part of an address, a path or a name of code: between signs that no sentence sets without blanks.
  private static func isInAddress(_ range: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    func isSign(_ index: Int) -> Bool {
      guard index >= 0, index < bytes.count else { return false }
      switch bytes[index] {
      case UInt8(ascii: "@"), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "\\"),
        UInt8(ascii: "="), UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: "#"),
        UInt8(ascii: "$"):
        return true
      case UInt8(ascii: "."), UInt8(ascii: ":"):
        // At the end of a sentence a blank follows.
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
        return index > range.lowerBound ? next > 0x20 && next < 0x80 : true
      default: return false
      }
    }
    return isSign(range.lowerBound - 1) || isSign(range.upperBound)
  }
}
