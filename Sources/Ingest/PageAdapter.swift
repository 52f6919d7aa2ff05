internal import Discussion
internal import HTMLArchive
internal import Identity
internal import Quotation
internal import People
internal import SourceBytes
internal import Threading
internal import WordForms

/// Turns saved pages into posts.
struct PageAdapter {
  let context: MemberContext
  let limits: ParseLimits
  private let codec: SharedCodec

  private let options: ImportOptions

  init(
    context: MemberContext, limits: ParseLimits, options: ImportOptions = ImportOptions(),
    codec: SharedCodec = SharedCodec()
  ) {
    self.codec = codec
    self.context = context
    self.limits = limits
    self.options = options
  }

  /// Reads one page; a page without a discussion ends as a finding.
  func batch(from bytes: [UInt8]) -> ImportBatch {
    var batch = ImportBatch()
    let whole = 0..<bytes.count
    let location = SourceLocation(file: context.file, bytes: whole)
    let saved = MHTMLPage(bytes, at: location)
    let reading = PageReader.read(
      saved?.bytes ?? bytes, at: location, limits: limits,
      given: options.given(saved?.given ?? context.given))
    guard let reading else {
      batch.extents = [Extent(whole, .other)]
      batch.findings = [
        Finding(
          .note, "no-discussion", at: location, "no posts were recognised in this file",
          hint: "`thresh formats` lists what can be read")
      ]
      return batch
    }
    batch.findings = reading.findings + MissingFacts.findings(of: reading, at: location)
    var lastInstant: Int64?
    let articleKey = reading.entries.first { $0.kind == .article }.map { place(of: $0, at: 0) }
    // An index has no posts that would keep the page.
    lazy var original = Original(
      digest: context.digest ?? ContentDigest(of: bytes.span), byteCount: bytes.count,
      frame: codec.compress(bytes))
    for (index, entry) in reading.entries.enumerated() {
      var contribution = contribution(
        from: entry, at: index, of: reading, extent: whole, original: original)
      if let reply = reply(of: entry, article: articleKey) {
        contribution.replies = [reply]
      }
      contribution.order = PageOrder(instant: lastInstant, position: index)
      if let instant = entry.date?.instant { lastInstant = max(lastInstant ?? instant, instant) }
      batch.contributions.append(contribution)
    }
    if reading.entries.isEmpty {
      batch.extents = [Extent(whole, reading.isIndex ? .index : .other)]
      if !reading.isIndex, reading.findings.isEmpty {
        batch.findings.append(
          Finding(.note, "no-discussion", at: location, "the page shows no posts"))
      }
    }
    batch.replies = reading.relations.compactMap { relation in
      guard let child = reference(relation.child, article: articleKey),
        let parent = reference(relation.parent, article: articleKey)
      else { return nil }
      return statement(
        child: child, parent: parent, isGuess: relation.isGuess, detail: relation.detail)
    }
    for identity in reading.identities {
      guard let place = resolve(identity.href) else { continue }
      batch.identities[place] = MessageID(identity.messageID)
    }
    batch.venueKind = kind(reading)
    if reading.entries.count == 1, reading.entries[0].kind == .comment {
      batch.sibling =
        switch reading.entries[0].siblingParent {
        case nil: .first(key: reading.entries[0].key)
        case .ordinal(let number): .ordinal(number)
        case .key(let key): .key(key)
        }
    }
    if let name = reading.siteName, let venue = VenueNaming.venue(named: name, kind: kind(reading))
    {
      batch.site = VenueClaims.Vote(
        origin: .site, venue: venue,
        count: max(1, reading.entries.count, reading.linkedPages.count))
    }
    return batch
  }

  private func kind(_ reading: PageReading) -> Venue.Kind {
    switch reading.venueKind {
    case .list: .list
    case .blog: .blog
    case .forum: .forum
    }
  }

  private func contribution(
    from entry: PageEntry, at index: Int, of reading: PageReading, extent: Range<Int>,
    original: Original
  ) -> Contribution {
    let text = ReadableText.clean(entry.text.withoutOuterNewlines)
    let blocks = BlockSplitter.blocks(of: text)
    let words = PostWords(of: text, blocks: blocks)
    let messageID = (entry.messageID ?? entry.ambiguousID).map { MessageID($0) }
    let author = Author(
      name: entry.authorName, address: entry.authorAddress, url: entry.authorURL)
    let identity: PostIdentity
    if let messageID {
      identity = PostIdentity(messageID)
    } else if let permalink = entry.permalink {
      identity = PostIdentity(permalink: permalink)
    } else {
      identity = PostIdentity(
        author: author.shown, dateAsWritten: entry.dateAsWritten ?? "", ownWords: words.own)
    }
    var post = Post(id: PostID(identity), kind: PostKind(entry.kind))
    post.status = PostStatus(rawValue: entry.status.rawValue) ?? .published
    post.messageID = messageID
    post.author = author
    post.date = entry.date.map {
      PostDate(
        stated: $0, source: entry.dateIsGiven ? .given : .page, asWritten: entry.dateAsWritten ?? ""
      )
    }
    post.subject = entry.subject
    post.text = text
    post.blocks = blocks
    post.language =
      LanguageGuess.language(of: words.own)
      ?? reading.language.map { String($0.lowercased().prefix { $0.isLetter }) }
    post.permalink = entry.permalink
    post.ordinal = entry.ordinal
    post.attachments = entry.attachments.map {
      Attachment(name: $0.name, type: $0.type, byteCount: 0)
    }
    post.inReplyTo = entry.inReplyTo.map { MessageID($0) }
    post.references = entry.references.map { MessageID($0) }
    var contribution = Contribution(
      post: post, words: words, wordsDigest: WordsDigest.digest(ownWords: words.own),
      format: reading.producer,
      quality: .page, extent: extent, locator: locator(of: entry, at: index), original: original,
      textFrame: codec.compress(Array(text.utf8)))
    contribution.place = place(of: entry, at: index)
    contribution.names = NamesOfText.names(in: text, blocks: blocks)
    contribution.samples = TextSketch(text, blocks: blocks).samples
    contribution.links = LinksInText.links(in: words.own, of: post)
    contribution.replacementCount =
      PageAdapter.replacementCount(in: text) + LostLetters.count(in: text)
    return contribution
  }

  /// How many characters are replacement characters.
  private static func replacementCount(in text: String) -> Int {
    let bytes = text.utf8Span.span
    var (count, place) = (0, 0)
    while let mark = bytes.firstOffset(of: "\u{fffd}", in: place..<bytes.count) {
      count += 1
      place = mark + 3
    }
    return count
  }

  /// The first post of a page that has no key is the page itself.
  private func locator(of entry: PageEntry, at index: Int) -> String {
    if let key = entry.key { return "#" + key }
    return index == 0 ? "" : "item:\(index)"
  }

  private func place(of entry: PageEntry, at index: Int) -> String {
    context.place + locator(of: entry, at: index)
  }

  private func reply(of entry: PageEntry, article: String?) -> StatedReply? {
    guard let parent = entry.parent, let reference = reference(parent, article: article) else {
      return nil
    }
    guard parent != .article, !entry.parentIsArticle else {
      return StatedReply(
        child: .own, parent: reference,
        evidence: Evidence(.default, weight: 1, detail: "not nested under another comment"),
        confidence: 0.65)
    }
    return statement(
      child: .own, parent: reference, isGuess: entry.parentIsGuess, detail: entry.parentDetail)
  }

  private func statement(
    child: PostPointer, parent: PostPointer, isGuess: Bool, detail: String
  ) -> StatedReply {
    isGuess
      ? StatedReply(
        child: child, parent: parent, evidence: Evidence(.subject, weight: 2, detail: detail),
        confidence: 0.6)
      : StatedReply(
        child: child, parent: parent, evidence: Evidence(.markup, weight: 9, detail: detail),
        confidence: 0.99)
  }

  private func reference(
    _ reference: PageEntry.ParentReference, article: String?
  ) -> PostPointer? {
    switch reference {
    case .entry(let key): .place(context.place + "#" + key)
    case .page(let href): resolve(href).map { .place($0) }
    case .messageID(let id): .id(PostID(PostIdentity(MessageID(id))))
    case .permalink(let address): .id(PostID(PostIdentity(permalink: address)))
    case .article: article.map { .place($0) }
    }
  }

  /// The place of another page of the same folder tree; nil for one elsewhere.
  private func resolve(_ href: String) -> String? {
    let path = href.prefix { $0 != "#" && $0 != "?" }
    guard !path.isEmpty, !path.contains(":"), !path.hasPrefix("/") else { return nil }
    // Members of a bundle are separated by `!`, folders by `/`; a page's folder ends at the last of either.
    guard let folderEnd = context.place.lastIndex(where: { $0 == "/" || $0 == "!" }) else {
      return nil
    }
    var folder = context.place[...folderEnd]
    for part in path.split(separator: "/").dropLast() where part != "." {
      if part == ".." {
        guard let end = folder.dropLast().lastIndex(where: { $0 == "/" || $0 == "!" }) else {
          return nil
        }
        folder = folder[...end]
      } else {
        folder += part + "/"
      }
    }
    return path.split(separator: "/").last.map { String(folder + $0) }
  }
}

extension PostKind {
  fileprivate init(_ kind: PageEntry.Kind) {
    self =
      switch kind {
      case .message: .message
      case .article: .article
      case .comment: .comment
      case .pingback: .pingback
      }
  }
}
