internal import ArchiveStore
internal import ArgumentParser
internal import Corrections
internal import Discussion

/// What commands that keep a reader's decision have in common.
struct CorrectingOptions: ParsableArguments {
  @OptionGroup var global: GlobalOptions

  @OptionGroup var reader: ReaderName

  @Flag(help: "Say what would be changed, and write nothing.")
  var dryRun = false

  func open() throws -> Archive {
    try Archive(path: try ArchiveLocation.path(global), create: false)
  }

  /// Keeps decisions and says so.
  ///
  /// - Parameter sentences: What was decided, in words; what ``CorrectionWords`` says without.
  func keep(
    _ decisions: [Decision], in archive: Archive, saying sentences: [String]? = nil
  ) throws {
    let now = ReaderName.now
    let corrections =
      dryRun
      ? decisions.map {
        Correction(number: 0, change: 0, decision: $0, by: reader.name, made: now)
      } : try archive.record(decisions, by: reader.name, at: now)
    if !dryRun { try Importing.settle(archive) }
    if global.json {
      return try StandardOutput.shared.write(
        bytes: CorrectionWords.document(corrections, isDryRun: dryRun))
    }
    guard !global.quiet else { return }
    for sentence in sentences ?? decisions.map({ CorrectionWords.sentence($0) }) {
      StandardError.write("\(dryRun ? "Dry run: " : "")\(SafeText.line(sentence))\n")
    }
    if !dryRun, let change = corrections.first?.change {
      StandardError.write("hint: `thresh undo \(change)` takes it back\n")
    }
  }

  /// The post that a person named, which must be there and not only be known by its answers.
  func presentPost(_ name: String, in archive: Archive) throws -> ArchivedPost {
    let post = try anyPost(name, in: archive)
    guard post.post.kind != .missing else {
      throw Failure(
        message: "\(post.post.id): this post is missing; it is known only because others answer it")
    }
    return post
  }

  /// The post that a person named; it may be missing.
  func anyPost(_ name: String, in archive: Archive) throws -> ArchivedPost {
    let id = try archive.resolve(name)
    guard let post = try archive.post(id, detail: .relations) else {
      throw ArchiveError.unknownPost(name)
    }
    return post
  }
}

extension ArchivedPost {
  /// Its short id and who wrote it, in one line.
  var briefly: String {
    let author = post.kind == .missing ? "missing" : SafeText.line(post.author.shown)
    return "\(post.id.text.prefix(8)) (\(author))"
  }
}
