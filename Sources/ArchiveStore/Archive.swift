private import CSQLite
internal import GRDB

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// Why an archive could not be opened or used.
public enum ArchiveError: Error, Equatable {
  /// There is no file at the path.
  case notFound(path: String)
  /// The file is something else.
  case notAnArchive(path: String)
  /// The file was written by a later version of the tool.
  case tooNew(path: String)
  /// No post, or no single one, has this id.
  case unknownPost(String)
  /// No query was saved under this name.
  case unknownQuery(String)
  /// A saved query cannot be used; why, in words.
  case unusableQuery(String)
  /// A query took longer than it may.
  case queryTooSlow(seconds: Int)
  /// A query needed more memory than it may.
  case queryTooLarge(megabytes: Int)
  /// Several posts begin with these characters; the first few are named.
  case ambiguousPost(String, candidates: [String])
  /// No person has this id, address or name.
  case unknownPerson(String)
  /// Several persons fit; the first few are named.
  case ambiguousPerson(String, candidates: [String])
}

/// One SQLite file that holds posts, their original bytes, threads and a full-text index.
///
/// Between two commands nothing lies beside the file. Safe to share between tasks: SQLite access is serialized.
public final class Archive: Sendable {
  /// The path that was opened.
  public let path: String
  /// Whether opening it made the file.
  public let isNew: Bool

  let database: DatabaseQueue
  /// How much is linked at once by evidence.
  let limits: EvidenceParts.Limits

  /// Opens an archive.
  ///
  /// - Parameter create: Whether to make the file where there is none.
  /// - Throws: ``ArchiveError``, or the error of SQLite.
  public init(path: String, create: Bool) throws {
    let exists = unsafe access(path, F_OK) == 0
    guard exists || create else { throw ArchiveError.notFound(path: path) }
    self.path = path
    limits = EvidenceParts.Limits()
    isNew = !exists
    database = try Archive.open(path: path)
    do {
      try Archive.prepare(database, path: path, isNew: isNew)
    } catch let error as DatabaseError
      where error.resultCode == .SQLITE_NOTADB || error.resultCode == .SQLITE_CORRUPT
    {
      throw ArchiveError.notAnArchive(path: path)
    }
  }

  /// Makes an archive that lives in memory only.
  public convenience init() throws {
    try self.init(limits: EvidenceParts.Limits())
  }

  /// The same with other limits.
  init(limits: EvidenceParts.Limits) throws {
    path = ":memory:"
    self.limits = limits
    isNew = true
    database = try DatabaseQueue(configuration: Archive.configuration)
    try Archive.prepare(database, path: path, isNew: true)
  }

  /// Has SQLite take memory as a process wants that only writes: without counting it, since each count takes a lock and
  /// queries alone ask for the counts, and small pieces from a block of a megabyte, which the prepared statements of an
  /// import do not use up.
  ///
  /// To be called before the first archive is opened; later it does nothing. It holds for the whole process, in which
  /// ``ArchiveError/queryTooLarge(megabytes:)`` is then never thrown.
  public static func prepareForWriting() {
    _ = csqlite_count_no_memory()
    _ = csqlite_set_lookaside(1200, 900)
  }

  /// Closes the file; nothing is left beside it.
  public func close() throws {
    try database.close()
  }

  private static func open(path: String) throws -> DatabaseQueue {
    do {
      return try DatabaseQueue(path: path, configuration: configuration)
    } catch let error as DatabaseError
      where error.resultCode == .SQLITE_NOTADB || error.resultCode == .SQLITE_CORRUPT
    {
      throw ArchiveError.notAnArchive(path: path)
    }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    // An import keeps its transaction open over many steps.
    configuration.allowsUnsafeTransactions = true
    configuration.prepareDatabase { database in
      database.add(tokenizer: WordTokenizer.self)
      try WordColumns.add(to: database)
      try database.execute(sql: "PRAGMA cache_size = -49152")
      try database.execute(sql: "PRAGMA temp_store = MEMORY")
      try database.execute(sql: "PRAGMA secure_delete = OFF")
    }
    return configuration
  }

  private static func prepare(_ database: DatabaseQueue, path: String, isNew: Bool) throws {
    let mark = try database.reading { try Int.fetchOne($0, sql: "PRAGMA application_id") ?? 0 }
    let isEmpty = try database.reading {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") == 0
    }
    guard mark == ArchiveSchema.applicationID || isEmpty else {
      throw ArchiveError.notAnArchive(path: path)
    }
    let migrator = ArchiveSchema.migrator
    if isEmpty {
      try database.writeWithoutTransaction {
        try $0.execute(sql: "PRAGMA application_id = \(ArchiveSchema.applicationID)")
      }
    } else if try database.reading({ try migrator.hasBeenSuperseded($0) }) {
      throw ArchiveError.tooNew(path: path)
    }
    if try !database.reading({ try migrator.hasCompletedMigrations($0) }) {
      try migrator.migrate(database)
      // A migration may have emptied the index; it needs tables that only the last one leaves as they are.
      if !isEmpty {
        try database.write { if try WordIndex.isEmpty(in: $0) { try WordIndex.rebuild(in: $0) } }
      }
    }
    if try database.reading({ try RestrictionEffect.isDue(in: $0) }) {
      // Where the file cannot be written they stay hidden from searches a while longer.
      try? database.write { try RestrictionEffect.expire(in: $0) }
    }
  }
}
