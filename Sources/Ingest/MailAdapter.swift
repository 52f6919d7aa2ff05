internal import Compression
internal import Discussion
internal import HTMLTree
internal import Identity
internal import MailFormat
internal import People
internal import Quotation
internal import SourceBytes
internal import Threading
internal import WordForms

/// Turns mail into posts.
struct MailAdapter {
  let context: MemberContext
  let format: String
  let limits: ParseLimits
  private let codec = ZstandardCodec()

  init(context: MemberContext, format: String, limits: ParseLimits) {
    self.context = context
    self.format = format
    self.limits = limits
  }

  /// Reads one message; what is odd about it goes to `findings`.
  func contribution(
    from raw: RawMessage, dialect: MboxDialect?, findings: inout [Finding]
  ) -> Contribution {
    let location = SourceLocation(file: context.file, bytes: raw.extent)
    var bytes = stored(raw, dialect: dialect)
    let message = MailMessage(
      parsing: bytes.span, envelope: raw.envelope, from: location, limits: limits,
      findings: &findings)
    let stated = message.messageID.map { MessageID($0) }
    let fields = ExchangeLines.fields(of: bytes)
    let exchange = ExchangeFields(messageID: stated.map { PostID(PostIdentity($0)) }) {
      fields[$0] ?? []
    }
    // A message that our export made up keeps its fields: it is made of them.
    if exchange.post == nil, !exchange.lines.isEmpty {
      bytes = ExchangeLines.removed(from: bytes)
    }
    // What our own export made up is taken as it was written.
    let text =
      exchange.post == nil
      ? readableText(of: message) : ExchangeLines.body(of: bytes).withoutOuterNewlines
    let blocks = BlockSplitter.blocks(of: text)
    let words = PostWords(of: text, blocks: blocks)

    // A post that had no Message-ID was given one for its way through mail.
    let messageID = exchange.id == nil ? exchange.post?.messageID ?? stated : nil
    let date = date(of: message)
    let author = author(of: message)
    let id: PostID
    if let known = exchange.id {
      id = known
    } else if let messageID {
      id = PostID(PostIdentity(messageID))
    } else {
      id = PostID(
        PostIdentity(
          author: author.shown, dateAsWritten: date?.asWritten ?? "", ownWords: words.own))
      findings.append(
        Finding(
          .note, "no-message-id", at: location,
          "no Message-ID; the post is known by author, date and words"))
    }
    var post = exchange.post ?? Post(id: id, kind: .message)
    post.id = id
    post.messageID = messageID
    if exchange.post == nil {
      post.author = author
      post.date = date
      post.subject = message.subject
      post.attachments = message.attachments.map {
        Attachment(name: $0.name, type: $0.type, byteCount: $0.byteCount)
      }
    }
    post.text = text
    post.blocks = blocks
    post.language = LanguageGuess.language(of: words.own) ?? post.language
    post.inReplyTo = message.inReplyTo.map { MessageID($0) } + exchange.inReplyTo
    post.references = message.references.map { MessageID($0) } + exchange.references

    var contribution = Contribution(
      post: post, words: words, wordsDigest: WordsDigest.digest(ownWords: words.own),
      format: format,
      // A message that an export made up is worth no more than what it was made of; and two of them in one file are two
      // posts, however alike they are.
      quality: exchange.post == nil ? MailFormats.quality(of: format) : .export, extent: raw.extent,
      locator: locator(of: raw),
      original: Original(
        digest: ContentDigest(of: bytes.span), byteCount: bytes.count,
        frame: codec.compress(bytes.span)),
      textFrame: codec.compress(Array(text.utf8).span))
    contribution.replacementCount = message.replacementCount + LostLetters.count(in: text)
    contribution.ownVenues = exchange.venues
    if post.date?.source == .envelope { contribution.envelope = raw.envelope }
    contribution.isDateDoubtful =
      exchange.post == nil && !(message.date?.isPlausible ?? false)
    contribution.order = exchange.order
    contribution.listVenue = listVenue(of: message)
    contribution.replies = exchange.replies
    contribution.names = NamesOfText.names(in: text, blocks: blocks)
    contribution.samples = TextSketch(text, blocks: blocks).samples
    contribution.links = LinksInText.links(in: words.own, of: post)
    return contribution
  }

  /// The list or newsgroup that a message names.
  func listVenue(of message: MailMessage) -> Venue? {
    message.listID.flatMap { VenueNaming.venue(listID: $0) }
      ?? message.newsgroups.first.flatMap { VenueNaming.venue(named: $0, kind: .newsgroup) }
  }

  /// The message as it was before a mailbox quoted its lines.
  func stored(_ raw: RawMessage, dialect: MboxDialect?) -> [UInt8] {
    if format == MailFormatNames.babyl { return BabylMessage.original(of: raw.bytes) }
    return raw.isUnescaped ? raw.bytes : dialect?.unescape(message: raw.bytes) ?? raw.bytes
  }

  private func readableText(of message: MailMessage) -> String {
    var pieces: [String] = []
    for part in message.textParts {
      let piece = part.isHTML ? HTMLDocument.readableText(ofMailHTML: part.content) : part.content
      // A part that a list added starts a paragraph of its own.
      pieces.append(piece.withoutOuterNewlines)
    }
    return ReadableText.clean(pieces.filter { !$0.isEmpty }.joined(separator: "\n\n"))
  }

  /// Where a message stands in its file; empty for a file that is one message.
  func locator(of raw: RawMessage) -> String {
    if let locator = raw.locator { return locator }
    return format == MailFormatNames.message ? "" : "offset:\(raw.extent.lowerBound)"
  }

  private func author(of message: MailMessage) -> Author {
    guard let from = message.from.first ?? message.sender.first else { return Author() }
    return Author(name: from.name, address: from.address)
  }

  private func date(of message: MailMessage) -> PostDate? {
    message.date.map { date in
      let source: PostDate.Source =
        switch date.rung {
        case .date: .date
        case .received: .received
        case .envelope: .envelope
        }
      return PostDate(stated: date.stated, source: source, asWritten: date.asWritten)
    }
  }
}
