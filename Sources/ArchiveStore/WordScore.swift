internal import Foundation
internal import GRDB
internal import GRDBSQLite

/// How well a post matches one word or phrase, by Okapi BM25 (Robertson and others 1994, "Okapi at TREC-3").
///
/// FTS5's own `bm25` reads the whole list of a phrase once more, to count the posts that have it. Where that count is known
/// from finding them, nothing is read but the frequencies and lengths of the hits.
enum WordScore {
  /// The SQL function: takes the table and how many posts have the word, and gives the score; higher is better.
  static let function = "wordScore"

  /// What an occurrence counts in each column of the index: language, subject, author, own words, quoted words, names of files.
  static let weights: [Double] = [0, 5, 1, 3, 0.5, 1]

  private static func weight(of column: CInt) -> Double {
    weights.indices.contains(Int(column)) ? weights[Int(column)] : 0
  }

  /// What is the same for all posts of a query.
  private struct Collection {
    /// The mean length of a post in words.
    var meanLength: Double
    /// The weight of the word by its rarity (its inverse document frequency), never quite nothing.
    var rarity: Double

    init(postCount: Int64, wordCount: Int64, hitCount: Int64) {
      meanLength = Double(wordCount) / Double(postCount)
      let rarity = log((Double(postCount - hitCount) + 0.5) / (Double(hitCount) + 0.5))
      self.rarity = rarity > 0 ? rarity : 1e-6
    }

    func score(ofFrequency frequency: Double, length: Int) -> Double {
      let (saturation, lengthShare) = (1.2, 0.75)
      let norm = saturation * (1 - lengthShare + lengthShare * Double(length) / meanLength)
      return rarity * frequency * (saturation + 1) / (frequency + norm)
    }
  }

  /// Adds the SQL function.
  ///
  /// - Returns: The status of SQLite.
  static func register(with api: UnsafeMutablePointer<fts5_api>) -> CInt {
    unsafe api.pointee.xCreateFunction(
      api, function, nil,
      { api, row, context, argumentCount, arguments in
        guard let api = unsafe api?.pointee, argumentCount == 1, let arguments = unsafe arguments
        else { return }
        var frequency = 0.0
        var occurrenceCount: CInt = 0
        var code = unsafe api.xInstCount(row, &occurrenceCount)
        for index in 0..<occurrenceCount where code == SQLITE_OK {
          var (phrase, column, offset): (CInt, CInt, CInt) = (0, 0, 0)
          code = unsafe api.xInst(row, index, &phrase, &column, &offset)
          frequency += WordScore.weight(of: column)
        }
        var length: CInt = 0
        if code == SQLITE_OK { code = unsafe api.xColumnSize(row, -1, &length) }
        let hitCount = unsafe sqlite3_value_int64(arguments[0])
        guard code == SQLITE_OK, let all = unsafe WordScore.collection(api, row, hitCount: hitCount)
        else {
          return unsafe sqlite3_result_error_code(
            context, code == SQLITE_OK ? SQLITE_CORRUPT : code)
        }
        unsafe sqlite3_result_double(
          context, all.score(ofFrequency: frequency, length: Int(length)))
      }, nil)
  }

  /// Reads it once and keeps it while the query runs; nil where there is nothing to read.
  private static func collection(
    _ api: Fts5ExtensionApi, _ row: OpaquePointer?, hitCount: Int64
  ) -> Collection? {
    if let kept = unsafe api.xGetAuxdata(row, 0) {
      return unsafe kept.assumingMemoryBound(to: Collection.self).pointee
    }
    var postCount: sqlite3_int64 = 0
    var wordCount: sqlite3_int64 = 0
    guard unsafe api.xRowCount(row, &postCount) == SQLITE_OK, postCount > 0,
      unsafe api.xColumnTotalSize(row, -1, &wordCount) == SQLITE_OK, wordCount > 0
    else { return nil }
    let collection = Collection(postCount: postCount, wordCount: wordCount, hitCount: hitCount)
    let place = UnsafeMutablePointer<Collection>.allocate(capacity: 1)
    unsafe place.initialize(to: collection)
    _ = unsafe api.xSetAuxdata(row, place) { unsafe $0?.deallocate() }
    return collection
  }
}
