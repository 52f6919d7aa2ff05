internal import Discussion
internal import MailFormat
internal import SourceBytes

extension MailAdapter {
  /// Reads messages; a digest gives a post for each message that it carries.
  func batch(from messages: [RawMessage], dialect: MboxDialect?) -> ImportBatch {
    var batch = ImportBatch()
    for message in messages {
      guard let (digest, listVenue) = digest(in: message, dialect) else {
        batch.contributions.append(
          contribution(from: message, dialect: dialect, findings: &batch.findings))
        continue
      }
      let format = digest.isMIME ? MailFormatNames.digest : MailFormatNames.textDigest
      let adapter = MailAdapter(context: context, format: format, limits: limits)
      let place = locator(of: message)
      for (index, bytes) in digest.messages.enumerated() {
        let part = RawMessage(
          extent: message.extent, bytes: bytes,
          locator: (place.isEmpty ? "" : place + "!") + "digest:\(index + 1)")
        var contribution = adapter.contribution(
          from: part, dialect: nil, findings: &batch.findings)
        contribution.listVenue = contribution.listVenue ?? listVenue
        batch.contributions.append(contribution)
      }
      batch.findings.append(
        Finding(
          .note, "digest", at: SourceLocation(file: context.file, bytes: message.extent),
          "a digest of \(digest.messages.count) messages; each is a post of its own"))
    }
    return batch
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
