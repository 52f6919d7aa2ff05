public import Discussion
internal import Foundation
internal import GRDB
public import SourceBytes

/// What an import did with one source.
public struct SourceReport: Sendable, Hashable {
  /// The file as the user named it.
  public var path: String
  /// The formats of its members, without repeats, in order.
  public var formats: [String] = []
  /// The venues of its members, by name, without repeats.
  public var venues: [String] = []
  /// How many bytes its members hold, decompressed.
  public var byteCount = 0
  /// How many of them became a post or an extent.
  public var accountedByteCount = 0
  /// Posts found in it.
  public var found = 0
  /// Posts that the archive did not have.
  public var new = 0
  /// Copies of posts that the archive had.
  public var duplicate = 0
  /// Known posts that got better text from it.
  public var updated = 0
  /// Items with a finding of severity error.
  public var damaged = 0
  /// Whether it was skipped because it has not changed.
  public var isUnchanged = false
  /// What was odd.
  public var findings: [Finding] = []

  /// A source of which nothing is known yet.
  public init(path: String) {
    self.path = path
  }
}

/// Writes what is read into an archive, in whole transactions.
///
/// A kill at any moment leaves a whole archive: a source counts as read only once all of it is in. Not `Sendable`: one
/// writer at a time.
public final class ImportSession {
  /// How many posts are written in one transaction; the full-text index grows by one segment in each, and merging
  /// segments is what it spends its time on.
  private static let postsPerTransaction = 20_000

  /// An archive of so many pages stays in memory between writing and threading, where no more was read than this.
  private static let keptPageCount = 8192
  private static let keptByteCount = 64 << 20

  /// The `user_version` of an archive in which an import is under way.
  static let unfinished = 1

  let archive: Archive
  private let began: String
  let reread: @Sendable (KeptCopy) -> Contribution?
  /// Posts whose best copy was taken back.
  var stale: Set<Int64> = []
  /// Posts that got a copy or lost one.
  private var touched: Set<Int64> = []
  /// The posts that were written as new, with the report that counts each, in order.
  private var newPosts: [(post: Int64, report: Int)] = []
  /// Files that have only grown since they were read, by absolute path.
  var grown: Set<String> = []
  /// The report of each member that was read.
  private var reportOfMember: [Int64: Int] = [:]
  /// How many posts the open transaction holds.
  private var openPostCount = 0
  private var source: (id: Int64, report: Int)?
  private var member: Int64?
  /// What the posts and extents of the member take up, where nothing of it was there before.
  private var accounted: AccountedBytes?
  var hasChanged = false
  let index = IndexQueue()
  private let known = KnownRows()
  /// Whether what corrections change was lifted, so that the tables hold what was read.
  private var hasLifted = false
  /// Whether an import before this one was cut off, so that what it had to decide at its end is still to be decided.
  private let followsUnfinished: Bool
  /// Whether nothing was imported before this session.
  private let isFirst: Bool
  private var venueGroups: Set<String> = []
  /// What members claim about their venues and is still to be written.
  private var claims: [(member: Int64, claims: VenueClaims)] = []
  /// What was done, source by source, in the order of the input.
  public private(set) var reports: [SourceReport] = []

  /// Starts to write.
  ///
  /// - Parameters:
  ///   - began: The time of the import, ISO 8601.
  ///   - reread: Reads a copy anew from its original, for posts whose best copy goes.
  public init(
    into archive: Archive, began: String,
    reread: @escaping @Sendable (KeptCopy) -> Contribution?
  ) throws {
    self.archive = archive
    self.began = began
    self.reread = reread
    followsUnfinished = try archive.database.writeWithoutTransaction { database in
      // What a session before this one left open is lost, as in a kill.
      if database.isInsideTransaction { try database.rollback() }
      return try Int.fetchOne(database, sql: "PRAGMA user_version") == ImportSession.unfinished
    }
    isFirst = try archive.database.writeWithoutTransaction { database in
      // A write-ahead log makes big transactions cheap; it goes when the import ends. Where nothing is there yet, nothing
      // has to be kept aside, and each page is written once.
      let isFirst =
        try Int.fetchOne(database.cachedStatement(sql: "SELECT count(*) FROM sources")) == 0
      _ = try String.fetchOne(
        database, sql: "PRAGMA journal_mode = \(isFirst ? "DELETE" : "WAL")")
      try database.execute(sql: "PRAGMA synchronous = NORMAL")
      // Pages that change again and again are copied into the file less often.
      try database.execute(sql: "PRAGMA wal_autocheckpoint = 32768")
      return isFirst
    }
  }

  /// Whether the archive has no source, so that there is nothing to ask about files.
  var isEmpty: Bool { isFirst && !hasChanged }

  /// Asks the tables as the one who writes, which takes no transaction of its own for each question.
  func ask<Value>(_ question: (Database) throws -> Value) throws -> Value {
    try archive.database.writeWithoutTransaction(question)
  }

  /// Whether a file was read whole before, with the same options, and looks as it did then.
  public func isUnchanged(location: String, stamp: SourceStamp, options: String) throws -> Bool {
    if isEmpty { return false }
    return try ask { database in
      let row = try Row.fetchOne(
        database.cachedStatement(
          sql: """
            SELECT 1 FROM sources
            WHERE location = ? AND isComplete AND byteCount = ? AND modified = ? AND inode = ?
              AND options = ?
            """),
        arguments: [
          location, stamp.byteCount, stamp.modified, Int64(bitPattern: stamp.inode), options,
        ])
      return row != nil
    }
  }

  /// Records that a file was skipped because it has not changed.
  public func skip(path: String) {
    var report = SourceReport(path: path)
    report.isUnchanged = true
    reports.append(report)
  }

  /// Takes the next step of reading.
  ///
  /// - Throws: The error of SQLite, such as a full disk.
  public func handle(_ event: ImportEvent) throws {
    try archive.database.writeWithoutTransaction { database in
      if !database.isInsideTransaction {
        try database.beginTransaction(.immediate)
        try database.execute(sql: "PRAGMA user_version = \(ImportSession.unfinished)")
        try liftCorrections(in: database)
      }
      try write(event, in: database)
      if case .batch(let batch) = event { openPostCount += batch.contributions.count + 1 }
      if openPostCount >= ImportSession.postsPerTransaction { try commit(database) }
    }
  }

  /// Ends what is under way, threads the posts, and leaves nothing beside the file.
  public func finish() throws {
    try archive.database.writeWithoutTransaction { database in
      try commit(database)
      // What reading left and writing has cached of much is of no use to threading, which needs the memory for texts.
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      let byteCount = reports.reduce(0) { $0 + $1.byteCount }
      if pages > ImportSession.keptPageCount || byteCount > ImportSession.keptByteCount {
        try database.execute(sql: "PRAGMA shrink_memory")
        FreeMemory.giveBack()
      }
    }
    try archive.database.write { database in
      if followsUnfinished {
        hasChanged = true
        stale.formUnion(try PostWriter.stalePosts(in: database))
        venueGroups.formUnion(try VenueTable.groups(in: database))
        try liftCorrections(in: database)
      }
      for post in stale.sorted() where try PostWriter.isStale(post, in: database) {
        try PostWriter.restore(post, in: database, read: reread)
      }
    }
    if hasChanged {
      touched.formUnion(stale)
      try archive.database.write { database in
        touched.formUnion(try WordingTable.dropEmpty(in: database))
        var settling = try CopySettling(database, read: reread)
        try settling.settle(followsUnfinished ? nil : touched)
        countJoined(settling.merged)
        for (member, finding) in try ImposterFindings.update(in: database) {
          guard let report = reportOfMember[member] else { continue }
          reports[report].findings.append(finding)
        }
      }
    }
    let groups = venueGroups.sorted()
    if !groups.isEmpty {
      try archive.database.write { try VenueTable.decide(groups: groups, in: $0) }
    }
    try nameVenues()
    if hasLifted { _ = try archive.database.write { try CorrectionEffects.apply(in: $0) } }
    if hasChanged {
      let changed = try archive.rethread()
      // An import that was cut off may have threaded posts and not got here.
      try archive.database.write {
        try RelatedTable.update(followsUnfinished ? .all : changed, in: $0)
      }
    }
    try archive.database.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA user_version = 0")
      _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = DELETE")
    }
  }

  /// Takes back an import: what only this file brought goes, the rest stays with what other files say.
  ///
  /// - Parameter path: The path as the import was given it, or absolute.
  /// - Returns: Whether there was such a source.
  public func remove(path: String) throws -> Bool {
    let found = try archive.database.write { database in
      try database.execute(sql: "PRAGMA user_version = \(ImportSession.unfinished)")
      try liftCorrections(in: database)
      let ids = try Int64.fetchAll(
        database.cachedStatement(sql: "SELECT id FROM sources WHERE path = ?1 OR location = ?1"),
        arguments: [path])
      for id in ids {
        venueGroups.formUnion(
          try String.fetchAll(
            database.cachedStatement(
              sql:
                "SELECT DISTINCT venueGroup FROM members WHERE source = ? AND venueGroup IS NOT NULL"
            ),
            arguments: [id]))
        stale.formUnion(try PostWriter.detach(source: id, in: database))
        try database.run(sql: "DELETE FROM sources WHERE id = ?", arguments: [id])
      }
      return !ids.isEmpty
    }
    hasChanged = hasChanged || found
    return found
  }

  /// Counts posts as copies that were new when they were written and turned out to be copies.
  private func countJoined(_ merged: [Int64: Int64]) {
    guard !merged.isEmpty else { return }
    func kept(_ post: Int64) -> Int64 {
      var post = post
      while let next = merged[post] { post = next }
      return post
    }
    let new = Set(newPosts.map(\.post))
    // A post that was there before and went into one of the new ones makes that one a copy.
    var known = Set(merged.keys.filter { !new.contains($0) }.map(kept))
    let joined = Set(merged.values.map(kept))
    known.formUnion(joined.filter { !new.contains($0) })
    for (post, report) in newPosts {
      let post = kept(post)
      guard joined.contains(post), !known.insert(post).inserted else { continue }
      reports[report].new -= 1
      reports[report].duplicate += 1
    }
  }

  func liftCorrections(in database: Database) throws {
    guard !hasLifted else { return }
    try CorrectionEffects.lift(in: database)
    hasLifted = true
  }

  private func nameVenues() throws {
    let paths = reports.map(\.path)
    let names = try archive.database.reading {
      try VenueTable.names(ofSources: paths, in: $0)
    }
    for index in reports.indices { reports[index].venues = names[reports[index].path] ?? [] }
  }

  private func commit(_ database: Database) throws {
    try writeClaims(in: database)
    try index.flush(in: database)
    if database.isInsideTransaction { try database.commit() }
    openPostCount = 0
  }

  /// Writes what members claim about their venues, all at once: SQLite puts a savepoint before a change of references, and
  /// the full-text index answers the first after new words by writing a segment.
  private func writeClaims(in database: Database) throws {
    for (member, claims) in claims {
      try VenueTable.write(claims, member: member, known: known, in: database)
    }
    claims = []
  }

  private func write(_ event: ImportEvent, in database: Database) throws {
    switch event {
    case .sourceBegan(let path, let location, let stamp, let options):
      let id = try beginSource(
        path: path, location: location, stamp: stamp, options: options, in: database)
      reports.append(SourceReport(path: path))
      source = (id, reports.count - 1)
    case .memberBegan(let path):
      guard let source else { return }
      let (id, isNew) = try SourceTable.member(path, of: source.id, in: database)
      reportOfMember[id] = source.report
      member = id
      accounted = isNew ? AccountedBytes() : nil
    case .batch(let batch):
      try write(batch, in: database)
    case .memberEnded(let byteCount, let format, let venues):
      try endMember(byteCount: byteCount, format: format, venues: venues, in: database)
    case .sourceEnded(let digest):
      guard let source else { return }
      try SourceTable.complete(source.id, digest: digest, in: database)
      self.source = nil
    }
  }

  private func beginSource(
    path: String, location: String, stamp: SourceStamp, options: String, in database: Database
  ) throws -> Int64 {
    hasChanged = true
    let inode = Int64(bitPattern: stamp.inode)
    var known = try RowStatement("SELECT 1 FROM sources WHERE location = ?", in: database)
    known.bind(location)
    if try known.hasRow(),
      let row = try Row.fetchOne(
        database.cachedStatement(sql: "SELECT * FROM sources WHERE location = ?"),
        arguments: [location])
    {
      let id: Int64 = row["id"]
      let isSame =
        grown.contains(location)
        || row["byteCount"] == stamp.byteCount && row["modified"] == stamp.modified
          && row["inode"] == inode && row["options"] == options
      // An import that was cut off goes on; a file that changed is read anew.
      if !isSame {
        try writeClaims(in: database)
        try index.flush(in: database)
        stale.formUnion(try PostWriter.detach(source: id, in: database))
      }
      try database.run(
        sql: """
          UPDATE sources SET byteCount = ?, modified = ?, inode = ?, options = ?, isComplete = 0
          WHERE id = ?
          """, arguments: [stamp.byteCount, stamp.modified, inode, options, id])
      return id
    }
    return try SourceTable.insert(
      path: path, location: location, options: options, stamp: stamp, imported: began, in: database)
  }

  private func write(_ batch: ImportBatch, in database: Database) throws {
    guard let member, let source else { return }
    index.note(batch.wordForms, in: database)
    known.forgetOriginal()
    for place in batch.contributions.indices {
      let (outcome, post) = try PostWriter.write(
        batch.contributions[place], member: member, index: index, known: known, in: database)
      if let post { touched.insert(post) }
      accounted?.add(batch.contributions[place].extent, isWritten: outcome != .known)
      if outcome == .new || outcome == .imposter, let post {
        newPosts.append((post, source.report))
      }
      reports[source.report].found += 1
      switch outcome {
      case .new, .imposter: reports[source.report].new += 1
      case .duplicate: reports[source.report].duplicate += 1
      case .updated: reports[source.report].updated += 1
      case .known: break
      }
    }
    for extent in batch.extents {
      try SourceTable.insert(extent, member: member, in: database)
      accounted?.add(extent.bytes)
    }
    for reply in batch.replies {
      try PostWriter.write(reply, member: member, in: database)
    }
    for finding in batch.findings {
      try SourceTable.insert(finding, member: member, in: database)
      reports[source.report].damaged += finding.severity == .error ? 1 : 0
      reports[source.report].findings.append(finding)
    }
  }

  private func endMember(
    byteCount: Int, format: String, venues: VenueClaims?, in database: Database
  ) throws {
    guard let member, let source else { return }
    try SourceTable.end(member: member, byteCount: byteCount, format: format, in: database)
    if let venues {
      claims.append((member, venues))
      venueGroups.insert(venues.group)
    }
    reports[source.report].byteCount += byteCount
    reports[source.report].accountedByteCount +=
      try accounted?.byteCount ?? AccountedBytes.count(ofMember: member, in: database)
    if !reports[source.report].formats.contains(format) {
      reports[source.report].formats.append(format)
    }
    self.member = nil
  }
}
