internal import ArchiveStore
internal import Discussion
private import Foundation
internal import Ingest
internal import SourceBytes

/// One run of reading files into an archive.
struct Importing {
  /// What a run did.
  struct Outcome {
    var reports: [SourceReport] = []
    /// Paths that the user named and that cannot be read.
    var failures: [InputError] = []
    var duration: Duration = .zero
  }

  var paths: [String]
  var options: ImportOptions
  var global: GlobalOptions
  /// Whether the bytes of files that look unchanged are read too.
  var verifies = false

  func run(into archive: Archive, showsProgress: Bool) async throws -> Outcome {
    let clock = ContinuousClock()
    let start = clock.now
    FreeMemory.sharePools()
    var outcome = Outcome()
    var files: [InputFile] = []
    for path in paths {
      do {
        files += try InputFiles.list(path)
      } catch let error as InputError {
        outcome.failures.append(error)
      }
    }
    // An archive that lies in the folder which is imported is no input, unless it is named as one.
    let own = URL(fileURLWithPath: archive.path).standardizedFileURL.path
    let ownFiles = Set(["", "-wal", "-shm", "-journal"].map { own + $0 })
    var seen: Set<String> = []
    files = files.filter { file in
      (!ownFiles.contains(file.location) || paths.contains(file.path))
        && seen.insert(file.location).inserted
    }

    let session = try Importing.session(into: archive)
    var changed: [InputFile] = []
    for var file in files {
      let isKnown = try session.isUnchanged(
        location: file.location, stamp: file.stamp, options: options.fingerprint)
      if try isKnown && (!verifies || isAsItWas(file, in: session)) {
        session.skip(path: file.path)
      } else {
        if !isKnown { file.earlier = try earlierPart(of: file, in: session) }
        changed.append(file)
      }
    }
    var progress = ProgressBar(
      total: changed.reduce(0) { $0 + $1.stamp.byteCount }, isShown: showsProgress)
    let sizes = Dictionary(
      changed.map { ($0.location, $0.stamp.byteCount) }, uniquingKeysWith: { first, _ in first })
    var current = ""
    try await ImportPipeline(options: options, width: ProcessInfo.processInfo.activeProcessorCount)
      .run(files: changed) { event in
        switch event {
        case .sourceBegan(let path, let location, _, _):
          current = location
          progress.begin(path)
        case .batch(let batch):
          let extent = batch.contributions.last?.extent.upperBound ?? 0
          progress.show(within: min(extent, sizes[current] ?? 0), posts: batch.contributions.count)
        case .sourceEnded: progress.end(byteCount: sizes[current] ?? 0)
        default: break
        }
        try session.handle(event)
      }
    progress.say("threading")
    try session.finish()
    progress.clear()
    outcome.reports = session.reports
    outcome.duration = clock.now - start
    return outcome
  }

  /// Whether the bytes of a file are those that were read before; where they are not, the file is to be read anew.
  private func isAsItWas(_ file: InputFile, in session: ImportSession) throws -> Bool {
    guard !file.isRepository, file.path != "-",
      let earlier = try session.earlierRead(
        location: file.location, options: options.fingerprint),
      FileDigest.digest(of: file.location, prefix: earlier.byteCount) != earlier.digest
    else { return true }
    try session.forget(location: file.location)
    return false
  }

  /// What is kept of a mailbox that has grown and begins as it did before; nil for any other file.
  ///
  /// A small one is read anew as a whole: how its lines are quoted is judged by its first part, which may have grown too.
  private func earlierPart(
    of file: InputFile, in session: ImportSession
  ) throws -> EarlierPart? {
    guard !file.isRepository, file.path != "-",
      let earlier = try session.earlierRead(
        location: file.location, options: options.fingerprint),
      earlier.isMailbox, file.stamp.byteCount > earlier.byteCount,
      earlier.contentByteCount >= ImportPipeline.judgedByteCount,
      FileDigest.digest(of: file.location, prefix: earlier.byteCount) == earlier.digest
    else { return nil }
    return try session.resume(
      location: file.location, lookahead: ImportPipeline.lookaheadByteCount)
  }

  /// A session that can read kept copies anew.
  static func session(into archive: Archive) throws -> ImportSession {
    try ImportSession(into: archive, began: timestamp()) { copy in
      CopyReader(
        path: copy.path, location: copy.location, member: copy.member, locator: copy.locator,
        extent: copy.start..<max(copy.start, copy.end), format: copy.format
      ).contribution(from: copy.original, envelope: copy.envelope)
    }
  }

  /// Puts into effect what a reader decided about copies, which only reading them anew can.
  static func settle(_ archive: Archive) throws {
    if try archive.isUnsettled { try session(into: archive).finish() }
  }

  /// The time now, ISO 8601 in UTC.
  static func timestamp() -> String {
    StatedDate(instant: Int64(Date().timeIntervalSince1970), offsetMinutes: nil).iso8601 + "Z"
  }
}

/// A line on a terminal that tells how far the work is.
struct ProgressBar {
  private let total: Int
  private let isShown: Bool
  private var done = 0
  private var posts = 0
  private var path = ""
  private var last: ContinuousClock.Instant?

  init(total: Int, isShown: Bool) {
    self.total = total
    self.isShown = isShown
  }

  mutating func begin(_ path: String) {
    self.path = path
  }

  mutating func show(within byteCount: Int, posts: Int) {
    self.posts += posts
    guard isShown else { return }
    let now = ContinuousClock.now
    if let last, now - last < .milliseconds(100) { return }
    last = now
    let share = total > 0 ? min(1, Double(done + byteCount) / Double(total)) : 1
    let filled = Int(share * 24)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
    let percent = Columns.fit("\(Int(share * 100)) %", 5, alignRight: true)
    say("\(bar) \(percent)  \(Counts.of(self.posts, "post"))  \(SafeText.line(path))")
  }

  mutating func end(byteCount: Int) {
    done += byteCount
  }

  func say(_ text: String) {
    guard isShown else { return }
    StandardError.write(
      "\r\u{1b}[K" + Columns.cut(text, to: Terminal(color: .auto, descriptor: 2).width - 1))
  }

  func clear() {
    if isShown { StandardError.write("\r\u{1b}[K") }
  }
}
