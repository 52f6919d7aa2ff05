internal import SourceBytes

/// Decides which parts of a message are its text and which are attachments.
///
/// Of alternatives the first with plain text that is not empty, else the last with HTML; of related parts the
/// root; of a signed message what is signed. Elsewhere text parts are shown in order, unless they ask to be
/// attachments or bear a file name behind the first place (RFC 8621, section 4.1.4).
struct ContentReader {
  let tree: MIMETree
  let limits: ParseLimits

  /// What a part offers to a reader.
  private struct Offer: OptionSet {
    let rawValue: UInt8
    static let plain = Offer(rawValue: 1)
    static let html = Offer(rawValue: 2)
    static let otherText = Offer(rawValue: 4)
  }

  func read(_ bytes: Span<UInt8>, into content: inout MailContent, _ notes: inout MessageNotes) {
    let uses = uses(bytes)
    var decoder = PartDecoder(limits: limits)
    for (index, part) in tree.parts.enumerated() {
      let use = uses[index]
      if use == .encrypted {
        notes.add(.note, "encrypted", "the message is encrypted; its text cannot be read")
      }
      guard part.childCount == 0 else { continue }
      if use.isShown, let kind = ContentReader.textKind(part, in: tree) {
        decoder.decode(bytes, part, as: kind, into: &content, &notes)
      }
      if use.isListed {
        content.attachments.append(decoder.attachment(bytes, part, type: type(of: part)))
      }
    }
  }

  /// What becomes of each part of the tree.
  func uses(_ bytes: Span<UInt8>) -> [MailPart.Use] {
    let parts = tree.parts
    if parts.count == 1 { return [use(of: parts[0], isShown: true, isInAlternative: false)] }
    let chosen = chosenAlternatives(bytes)
    var isShown = [Bool](repeating: true, count: parts.count)
    var isInAlternative = [Bool](repeating: false, count: parts.count)
    var uses: [MailPart.Use] = []
    uses.reserveCapacity(parts.count)
    for index in parts.indices {
      let part = parts[index]
      if let parent = part.parent {
        isShown[index] = isShown[parent] && shows(index, of: parent, chosen)
        let isAlternative = parts[parent].type.value == "multipart/alternative"
        isInAlternative[index] = isInAlternative[parent] || isAlternative
      }
      uses.append(
        use(of: part, isShown: isShown[index], isInAlternative: isInAlternative[index]))
    }
    return uses
  }

  private func use(of part: MIMEPart, isShown: Bool, isInAlternative: Bool) -> MailPart.Use {
    if part.type.value == "multipart/encrypted" || isEncryptedLeaf(part) { return .encrypted }
    guard part.childCount == 0 else { return .container }
    guard ContentReader.textKind(part, in: tree) != nil, !isAttachment(part) else {
      return .attachment
    }
    // A text that is a file, such as the only part of a message: there to be read, and found by its name as well.
    if isShown { return part.disposition["filename"] == nil ? .text : .textAndFile }
    return isInAlternative ? .alternative : .attachment
  }

  /// The kinds of text that can be shown.
  enum TextKind { case plain, html, enriched }

  static func textKind(_ part: MIMEPart, in tree: MIMETree) -> TextKind? {
    let type = part.type.value
    if part.isMultipart || type == "text/plain" { return .plain }
    if type.isEmpty || !type.utf8.contains(0x2F) {
      let isDigest = part.parent.map { tree.parts[$0].type.value == "multipart/digest" } ?? false
      return isDigest ? nil : .plain
    }
    switch type {
    case "text/html", "application/xhtml+xml": return .html
    case "text/enriched", "text/richtext": return .enriched
    case "text/calendar", "text/vcard", "text/x-vcard", "text/directory", "text/rtf", "text/css",
      "text/rfc822-headers", "text/x-moz-deleted":
      return nil
    // Before PGP/MIME, armoured text travelled as `application/pgp`; `setext/plain` and the like are readable too.
    case "application/pgp": return .plain
    default:
      let isText =
        type.utf8.starts(with: "text/".utf8) || type.utf8.reversed().starts(with: "nialp/".utf8)
      return isText ? .plain : nil
    }
  }

  func type(of part: MIMEPart) -> String {
    if part.type.value.utf8.contains(0x2F) { return part.type.value }
    let isDigest = part.parent.map { tree.parts[$0].type.value == "multipart/digest" } ?? false
    return isDigest ? "message/rfc822" : "text/plain"
  }

  private func isAttachment(_ part: MIMEPart) -> Bool {
    guard part.parent != nil else { return false }
    if part.disposition.value == "attachment" { return true }
    return part.ordinal > 0 && (part.disposition["filename"] ?? part.type["name"]) != nil
  }

  private func isEncryptedLeaf(_ part: MIMEPart) -> Bool {
    let type = part.type.value
    guard type == "application/pkcs7-mime" || type == "application/x-pkcs7-mime" else {
      return false
    }
    return part.type["smime-type"] != "signed-data"
  }

  private func shows(_ index: Int, of parent: Int, _ chosen: [Int?]) -> Bool {
    let parts = tree.parts
    switch parts[parent].type.value {
    case "multipart/alternative": return chosen[parent] == index
    case "multipart/signed", "multipart/report", "multipart/related":
      return parts[index].ordinal == 0
    case "multipart/encrypted": return false
    default: return true
    }
  }

  /// For each multipart/alternative the child to show.
  private func chosenAlternatives(_ bytes: Span<UInt8>) -> [Int?] {
    let parts = tree.parts
    var chosen = [Int?](repeating: nil, count: parts.count)
    var offers = [Offer](repeating: [], count: parts.count)
    for index in parts.indices.reversed() {
      let part = parts[index]
      if part.childCount == 0, !bytes.trimmed(part.body).isEmpty {
        switch ContentReader.textKind(part, in: tree) {
        case .plain:
          offers[index] =
            part.type.value.isEmpty || part.type.value == "text/plain" ? .plain : .otherText
        case .html: offers[index] = .html
        case .enriched: offers[index] = .otherText
        case nil: break
        }
      }
      if let parent = part.parent { offers[parent].formUnion(offers[index]) }
    }
    var best = [Int](repeating: -1, count: parts.count)
    for index in parts.indices {
      guard let parent = parts[index].parent else { continue }
      let offer = offers[index]
      let rank = offer.contains(.plain) ? 3 : offer.contains(.html) ? 2 : offer.isEmpty ? 0 : 1
      // Later alternatives are richer: of two in HTML the last is the best, of two in plain text the first.
      if rank > best[parent] || (rank == 2 && best[parent] == 2) {
        best[parent] = rank
        chosen[parent] = index
      }
    }
    return chosen
  }
}
