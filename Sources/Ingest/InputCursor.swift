internal import Compression
internal import Discussion
internal import HTMLArchive
internal import MailFormat
internal import SourceBytes

/// Walks through files and the members inside them and hands out pieces of work, in order and with bounded memory.
///
/// Not `Sendable`: one task reads, others parse.
final class InputCursor {
  /// How deep compressed and bundled files may be nested.
  private static let depthLimit = 5
  /// The largest bundle that is laid aside on disk because its table of contents stands at its end.
  private static let spoolByteLimit = 4 << 30

  /// A bundle that is being read, and its path.
  private struct Level {
    var reader: any MemberSource
    var member: String
  }

  private let limits: ParseLimits
  private let options: ImportOptions
  private var files: [InputFile]
  private var nextFile = 0
  private var current: (file: InputFile, supply: FileSupply)?
  private var levels: [Level] = []
  private var mbox: OpenMbox?
  private var repository: GitMail?
  private var expansion = ExpansionGuard()
  private var waiting: [WorkItem] = []
  /// How often each member path came so far in the current file.
  private var memberCounts: [String: Int] = [:]

  init(files: [InputFile], options: ImportOptions, limits: ParseLimits) {
    self.files = files
    self.options = options
    self.limits = limits
  }

  /// The next piece of work; nil when all files are read.
  func next() throws -> WorkItem? {
    while true {
      if !waiting.isEmpty { return waiting.removeFirst() }
      if mbox != nil {
        readMbox()
      } else if repository != nil {
        readRepository()
      } else if !levels.isEmpty {
        try openNextMember()
      } else if current != nil {
        try endFile()
      } else if nextFile < files.count {
        try openFile(files[nextFile])
        nextFile += 1
      } else {
        return nil
      }
    }
  }

  private func openFile(_ file: InputFile) throws {
    memberCounts = [:]
    waiting.append(
      .event(
        .sourceBegan(
          path: file.path, location: file.location, stamp: file.stamp,
          options: options.fingerprint)))
    expansion = ExpansionGuard()
    do {
      if file.isRepository {
        repository = try GitMail(file, limits: limits)
        return
      }
      let supply = try FileSupply(
        path: file.path, location: file.location,
        byteCount: file.path == "-" ? nil : file.stamp.byteCount)
      current = (file, supply)
      try open(
        MemberStream { try supply.next() }, member: "",
        modified: file.stamp.modified / 1_000_000_000)
    } catch let error as InputError {
      let context = MemberContext(
        path: file.path, location: file.location, member: "", modified: nil)
      waiting.append(.event(.memberBegan(path: "")))
      report(
        .error, "unreadable", context, 0..<0, error.message,
        hint: "check the permissions of the file")
      waiting.append(.end(context: context, byteCount: 0, format: "unreadable"))
    }
  }

  private func endFile() throws {
    guard let current else { return }
    self.current = nil
    let digest = (try? current.supply.finish()) ?? ContentDigest(of: "")
    waiting.append(.event(.sourceEnded(digest: digest)))
  }

  private func openNextMember() throws {
    guard let level = levels.last else { return }
    if expansion.isExceeded {
      levels = []
      return
    }
    do {
      guard let entry = try level.reader.nextMember() else {
        levels.removeLast()
        return
      }
      let member =
        entry.path.isEmpty
        ? level.member
        : unique([level.member, entry.path].filter { !$0.isEmpty }.joined(separator: "!"))
      let expansion = expansion
      let supply = current?.supply
      try open(
        MemberStream {
          let bytes = try level.reader.read()
          try expansion.count(bytes.count, readFrom: supply?.byteCount ?? 0)
          return bytes
        }, member: member, modified: entry.modified, given: level.reader.given)
      if expansion.isExceeded { levels = [] }
    } catch {
      levels.removeLast()
      guard let context = context(member: level.member, modified: nil) else { return }
      waiting.append(.event(.memberBegan(path: level.member)))
      report(
        .error, "damaged-bundle", context, 0..<0, "\(error)",
        hint: "what came before the damage was imported")
      waiting.append(.end(context: context, byteCount: 0, format: "damaged"))
    }
  }

  /// A bundle may hold several members of one name; the later ones are numbered.
  private func unique(_ member: String) -> String {
    let count = memberCounts[member, default: 0] + 1
    memberCounts[member] = count
    return count == 1 ? member : "\(member)#\(count)"
  }

  private func context(member: String, modified: Int64?) -> MemberContext? {
    current.map {
      MemberContext(
        path: $0.file.path, location: $0.file.location, member: member, modified: modified)
    }
  }

  /// Looks at a member and takes the way that its content asks for.
  private func open(
    _ stream: MemberStream, member: String, modified: Int64?, given: PageGiven? = nil
  ) throws {
    guard var context = context(member: member, modified: modified) else { return }
    context.given = given
    var head = stream.fill(upTo: 1 << 16)
    var kind = ContentKind(sniffing: head.span)
    if case .compressedBatch(let byteCount) = kind {
      stream.take(byteCount)
      head = stream.fill(upTo: 1 << 16)
      kind = .bundle
    }
    if kind == .webArchive, levels.count < InputCursor.depthLimit {
      levels.append(Level(reader: WebArchiveReader(stream, limits: limits), member: member))
      return
    }
    if kind == .bundle, levels.count < InputCursor.depthLimit {
      do {
        let reader =
          try ContentKind.opensSevenZip(head)
          ? MemberReader(spooling: { stream.next() }, byteLimit: InputCursor.spoolByteLimit)
          : MemberReader { stream.next() }
        levels.append(Level(reader: reader, member: member))
      } catch {
        waiting.append(.event(.memberBegan(path: member)))
        readOver(
          stream, context, .error, "damaged-bundle", "\(error)",
          hint: "the file may be cut off or no bundle at all")
      }
      return
    }
    waiting.append(.event(.memberBegan(path: member)))
    // The members of web archives are named by addresses, which nobody unpacks.
    if given == nil, context.leadsOutside {
      report(
        .note, "name-leads-outside", context, 0..<0,
        "the name of this member leads out of its bundle; it was read, and nothing was unpacked",
        hint: "take care with programs that unpack such a bundle")
    }
    if let forced = options.format { kind = ContentKind(forced: forced) ?? kind }
    switch kind {
    case .mbox:
      var opened = OpenMbox(
        stream: stream, context: context, splitter: MboxSplitter(limits: limits),
        dialect: InputCursor.dialect(of: head), format: MailFormats.name(ofMbox: head))
      opened.newStart = current?.file.earlier?.offset ?? 0
      mbox = opened
    case .separated(let separator):
      mbox = OpenMbox(
        stream: stream, context: context,
        splitter: MboxSplitter(limits: limits, separator: separator), dialect: nil,
        format: MailFormats.name(of: separator))
    case .records:
      readWhole(stream, context) { .records($0, context: $1) }
    case .message:
      readWhole(stream, context) { bytes, context in
        .messages(
          [RawMessage(extent: 0..<bytes.count, envelope: nil, bytes: bytes)], context: context,
          dialect: nil, format: "message")
      }
    case .page:
      let limits = ContentKind.isHTML(head) ? PageReader.pageLimits(limits) : limits
      readWhole(stream, context, upTo: limits.messageByteCount) { .page($0, context: $1) }
    case .text:
      // Captures and data of comments are small; looking for them in a long text takes many passes.
      readWhole(stream, context, upTo: limits.messageByteCount / 2) { .page($0, context: $1) }
    case .bundle, .webArchive, .compressedBatch, .binary:
      readOver(
        stream, context, .note, "not-text",
        kind == .bundle ? "bundles nested too deep are not opened" : "no text that could be read")
    case .empty:
      waiting.append(.end(context: context, byteCount: 0, format: "empty"))
    }
  }

  /// Hands out the next messages of a git repository.
  private func readRepository() {
    guard let repository, let file = files[safe: nextFile - 1] else { return }
    func context(_ member: String) -> MemberContext {
      MemberContext(path: file.path, location: file.location, member: member, modified: nil)
    }
    switch repository.next() {
    case .epochBegan(let name):
      waiting.append(.event(.memberBegan(path: name)))
    case .messages(let messages, let name):
      waiting.append(
        .messages(
          messages, context: context(name), dialect: nil, format: MailFormatNames.publicInbox))
    case .failed(let message, let offset, let name):
      report(.error, "damaged-repository", context(name), offset..<offset, message)
    case .epochEnded(let byteCount):
      // The epochs of a repository are one list, which its folder names.
      waiting.append(
        .end(context: context(""), byteCount: byteCount, format: MailFormatNames.publicInbox))
    case .ended(let digest):
      self.repository = nil
      waiting.append(.event(.sourceEnded(digest: digest)))
    }
  }

  /// Our own exports are mboxrd; others are judged by how they quote.
  private static func dialect(of head: [UInt8]) -> MboxDialect {
    let line = head.drop { $0 != 0x0a }.dropFirst()
    return line.starts(with: ExchangeFields.prefix.utf8) ? .mboxrd : MboxDialect(judging: head.span)
  }

  private func readWhole(
    _ stream: MemberStream, _ context: MemberContext, upTo limit: Int? = nil,
    _ item: ([UInt8], MemberContext) -> WorkItem
  ) {
    let limit = limit ?? limits.messageByteCount
    let bytes = stream.fill(upTo: limit)
    stream.take(bytes.count)
    var context = context
    // The file itself was read to its end, and digested on the way; unless it grew just now.
    if levels.isEmpty, bytes.count < limit, let supply = current?.supply,
      let digest = try? supply.finish(), supply.byteCount == bytes.count
    {
      context.digest = digest
    }
    waiting.append(item(bytes, context))
    let rest = stream.skipRest()
    if rest > 0 {
      report(
        .error, "too-large", context, bytes.count..<(bytes.count + rest),
        "only the first \(bytes.count) bytes of the file were read")
    }
    reportFailure(of: stream, context, at: bytes.count + rest)
    waiting.append(.end(context: context, byteCount: bytes.count + rest, format: nil))
  }

  private func readOver(
    _ stream: MemberStream, _ context: MemberContext, _ severity: Finding.Severity,
    _ code: String, _ message: String, hint: String? = nil
  ) {
    let byteCount = stream.skipRest()
    report(severity, code, context, 0..<byteCount, message, hint: hint)
    reportFailure(of: stream, context, at: byteCount)
    waiting.append(.end(context: context, byteCount: byteCount, format: "other"))
  }

  private func reportFailure(of stream: MemberStream, _ context: MemberContext, at offset: Int) {
    guard let failure = stream.failure else { return }
    if expansion.isExceeded {
      report(
        .error, "expands-too-much", context, offset..<offset, failure,
        hint: "if the file is sound, unpack it and import what comes out")
      return
    }
    report(
      .error, "damaged-input", context, offset..<offset, failure,
      hint: "the file may be cut off; what came before was imported")
  }

  private func report(
    _ severity: Finding.Severity, _ code: String, _ context: MemberContext, _ bytes: Range<Int>,
    _ message: String, hint: String? = nil
  ) {
    var batch = ImportBatch()
    batch.findings = [
      Finding(
        severity, code, at: SourceLocation(file: context.file, bytes: bytes), message, hint: hint)
    ]
    if !bytes.isEmpty { batch.extents = [Extent(bytes, .finding)] }
    waiting.append(.event(.batch(batch)))
  }

  /// Hands out the next messages of an mbox.
  private func readMbox() {
    guard var mbox else { return }
    // What is held once is changed in place.
    self.mbox = nil
    let (work, isAtEnd) = mbox.next()
    waiting += work
    if isAtEnd {
      reportFailure(of: mbox.stream, mbox.context, at: mbox.windowOffset)
      if !mbox.hasMessages, mbox.newStart == 0 {
        report(
          .note, "no-discussion", mbox.context, 0..<0,
          "lines that part messages, and no message between them",
          hint: "the file may be cut off")
      }
      waiting.append(
        .end(context: mbox.context, byteCount: mbox.windowOffset, format: mbox.format))
    } else {
      self.mbox = mbox
    }
  }
}
