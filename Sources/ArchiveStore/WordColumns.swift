internal import GRDB
internal import GRDBSQLite

/// Tells for each post that a query finds where its words stand, so that own words, quotations and subjects are told apart in
/// one pass through the index.
///
/// FTS5 reads the whole list of a word for each column that is asked for; for a word of nearly every post that is the most of a
/// search.
struct WordColumns: OptionSet {
  let rawValue: Int64
  /// In subject, author or own words.
  static let own = WordColumns(rawValue: 1)
  /// In quotations.
  static let quoted = WordColumns(rawValue: 2)
  /// In the subject.
  static let subject = WordColumns(rawValue: 4)

  /// The SQL function: takes the table, and gives where any of the words stand, then, three bits further, where all do.
  static let function = "wordColumns"
  /// How far the bits for all words are from those for any.
  private static let allShift: Int64 = 3

  /// What the SQL function gave.
  ///
  /// - Parameter areAll: Whether all words are wanted in the same place, else any.
  init(given: Int64, areAll: Bool) {
    rawValue = (areAll ? given >> WordColumns.allShift : given) & 7
  }

  init(rawValue: Int64) {
    self.rawValue = rawValue
  }

  /// The columns of the index by number: language, subject, author, own, quoted, names of files.
  private init(column: CInt) {
    switch column {
    case 1: self = [.own, .subject]
    case 2, 3: self = .own
    case 4: self = .quoted
    default: self = []
    }
  }

  /// Adds the SQL functions of the index to a connection: this one and ``WordScore``.
  ///
  /// - Throws: The error of SQLite.
  static func add(to database: Database) throws {
    let code = unsafe register(database.sqliteConnection)
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }

  private static func register(_ connection: OpaquePointer?) -> CInt {
    var statement: OpaquePointer?
    defer { unsafe sqlite3_finalize(statement) }
    let code = unsafe sqlite3_prepare_v2(connection, "SELECT fts5(?)", -1, &statement, nil)
    guard code == SQLITE_OK else { return code }
    var api: UnsafeMutablePointer<fts5_api>?
    unsafe withUnsafeMutablePointer(to: &api) { place in
      unsafe "fts5_api_ptr".withCString { kind in
        unsafe sqlite3_bind_pointer(statement, 1, place, kind, nil)
        unsafe sqlite3_step(statement)
      }
    }
    guard let api = unsafe api else { return SQLITE_ERROR }
    let status = unsafe WordScore.register(with: api)
    guard status == SQLITE_OK else { return status }
    return unsafe api.pointee.xCreateFunction(
      api, function, nil,
      { api, row, context, _, _ in
        guard let api = unsafe api?.pointee else { return }
        var any: WordColumns = []
        var all: WordColumns = [.own, .quoted, .subject]
        for phrase in 0..<(unsafe api.xPhraseCount(row)) {
          var places: WordColumns = []
          var iterator = unsafe Fts5PhraseIter()
          var column: CInt = -1
          let code = unsafe api.xPhraseFirstColumn(row, phrase, &iterator, &column)
          guard code == SQLITE_OK else { return unsafe sqlite3_result_error_code(context, code) }
          while column >= 0 {
            places.formUnion(WordColumns(column: column))
            unsafe api.xPhraseNextColumn(row, &iterator, &column)
          }
          any.formUnion(places)
          all.formIntersection(places)
        }
        unsafe sqlite3_result_int64(context, any.rawValue | all.rawValue << WordColumns.allShift)
      }, nil)
  }
}
