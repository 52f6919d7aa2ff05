internal import Discussion
internal import MailFormat
internal import SourceBytes
internal import WordForms

/// Does one piece of work; a pure function of the item.
struct WorkItemReader {
  let options: ImportOptions
  let limits: ParseLimits

  func events(of item: WorkItem) -> [ImportEvent] {
    read(item).map { event in
      guard case .batch(var batch) = event else { return event }
      batch.packWords()
      return .batch(batch)
    }
  }

  private func read(_ item: WorkItem) -> [ImportEvent] {
    switch item {
    case .event(let event): return [event]
    case .messages(let messages, let context, let dialect, let format):
      let adapter = MailAdapter(context: context, format: format, limits: limits)
      return [.batch(adapter.batch(from: messages, dialect: dialect))]
    case .records(let bytes, let context):
      return [.batch(MailRecords(context: context, limits: limits).batch(from: bytes))]
    case .page(let bytes, let context):
      return [
        .batch(PageAdapter(context: context, limits: limits, options: options).batch(from: bytes))
      ]
    case .end(let context, let byteCount, let format):
      let isOnePost = format == nil || VenueNaming.isMessageFile(path: context.namingPath)
      let (group, name) =
        isOnePost
        ? VenueNaming.folderFallback(path: context.namingPath)
        : VenueNaming.fallback(path: context.namingPath)
      let fallback =
        VenueNaming.venue(named: name, kind: .list)
        ?? Venue(id: "archive", name: "archive", kind: .list)
      return [
        .memberEnded(
          byteCount: byteCount, format: format ?? "",
          venues: VenueClaims(
            group: group, given: nil, fallback: fallback, postCount: 0, votes: []))
      ]
    }
  }
}

extension ImportBatch {
  /// Splits the words of its posts for the index.
  ///
  /// - Complexity: Linear in the texts.
  fileprivate mutating func packWords() {
    var packer = WordPacker()
    for index in contributions.indices {
      let (words, language) = (contributions[index].words, contributions[index].post.language)
      contributions[index].packedWords = PackedWords(
        own: packer.pack(words.own, language: language),
        quoted: packer.pack(words.quoted, language: language))
      contributions[index].words = PostWords(of: "", blocks: [])
    }
    wordForms = packer.forms
  }
}
