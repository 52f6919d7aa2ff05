internal import Discussion
internal import MailFormat
internal import SourceBytes

extension MailAdapter {
  /// How deep digests are opened that lie in digests.
  private static let digestDepth = 4

  /// A message that waits to be read.
  private struct Waiting {
    var message: RawMessage
    var adapter: MailAdapter
    var dialect: MboxDialect?
    /// The list that the digests around it came from.
    var listVenue: Venue?
    var depth: Int
  }

  /// Reads messages; a digest gives a post for each message that it carries.
  func batch(from messages: [RawMessage], dialect: MboxDialect?) -> ImportBatch {
    var batch = ImportBatch()
    for message in messages {
      var waiting = [Waiting(message: message, adapter: self, dialect: dialect, depth: 0)]
      let known = batch.findings.count
      while let next = waiting.popLast() { read(next, into: &batch, &waiting) }
      // The parts of a digest share its place; what is odd about several of them is said once.
      if batch.findings.count - known > 1 { batch.findings.keepFirstOfEach(from: known) }
    }
    return batch
  }

  private func read(_ next: Waiting, into batch: inout ImportBatch, _ waiting: inout [Waiting]) {
    let (message, adapter) = (next.message, next.adapter)
    guard next.depth < MailAdapter.digestDepth,
      let (digest, listVenue) = adapter.digest(in: message, next.dialect)
    else {
      var contribution = adapter.contribution(
        from: message, dialect: next.dialect, findings: &batch.findings)
      contribution.listVenue = contribution.listVenue ?? next.listVenue
      batch.contributions.append(contribution)
      return
    }
    let parts = MailAdapter(
      context: context,
      format: digest.isMIME ? MailFormatNames.digest : MailFormatNames.textDigest, limits: limits)
    let place = adapter.locator(of: message)
    for (index, bytes) in digest.messages.enumerated().reversed() {
      let part = RawMessage(
        extent: message.extent, bytes: bytes,
        locator: (place.isEmpty ? "" : place + "!") + "digest:\(index + 1)")
      waiting.append(
        Waiting(
          message: part, adapter: parts, listVenue: listVenue ?? next.listVenue,
          depth: next.depth + 1))
    }
    let origin = SourceLocation(file: context.file, bytes: message.extent)
    if digest.isCut {
      batch.findings.append(
        Finding(
          .warning, "mime-too-deep", at: origin,
          "the digest has more messages than the limit; the last of them holds the rest"))
    }
    batch.findings.append(
      Finding(
        .note, "digest", at: origin,
        digest.messages.count == 1
          ? "a digest of one message, which is the post"
          : "a digest of \(digest.messages.count) messages; each is a post of its own"))
  }

  /// The messages that a message carries, and the list it came from.
  private func digest(
    in raw: RawMessage, _ dialect: MboxDialect?
  ) -> (digest: MailDigest, listVenue: Venue?)? {
    guard MailDigest.mayBeDigest(raw.bytes.span) else { return nil }
    let bytes = stored(raw, dialect: dialect)
    // What our own export made up is a post whatever it looks like.
    guard ExchangeLines.fields(of: bytes).isEmpty else { return nil }
    var ignored: [Finding] = []
    let carrier = MailMessage(
      parsing: bytes.span, from: SourceLocation(file: context.file, bytes: raw.extent),
      limits: limits, findings: &ignored)
    return MailDigest(bytes.span, subject: carrier.subject, limits: limits).map {
      ($0, listVenue(of: carrier))
    }
  }
}

extension [Finding] {
  /// Drops findings behind `start` that say what one before them there has said of the same place.
  fileprivate mutating func keepFirstOfEach(from start: Int) {
    var seen: Set<[String]> = []
    let kept = self[start...].filter {
      seen.insert([$0.code, "\($0.location.bytes)", $0.message]).inserted
    }
    replaceSubrange(start..., with: kept)
  }
}
