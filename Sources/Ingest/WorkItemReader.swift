internal import Discussion
internal import MailFormat
internal import SourceBytes
private import Synchronization
internal import WordForms

/// Does one piece of work; a pure function of the item, but that most forms of words are told of once.
struct WorkItemReader {
  let options: ImportOptions
  let limits: ParseLimits
  /// Which forms of words were told of.
  let told: ToldForms
  private let codecs = CodecPool()

  init(options: ImportOptions, limits: ParseLimits, told: ToldForms) {
    self.options = options
    self.limits = limits
    self.told = told
  }

  func events(of item: WorkItem) -> [ImportEvent] {
    var events = read(item)
    for index in events.indices {
      guard case .batch(var batch) = events[index] else { continue }
      // What is held once is changed in place.
      events[index] = .memberBegan(path: "")
      batch.packWords(telling: told)
      events[index] = .batch(batch)
    }
    return events
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
      return codecs.lend { codec in
        let adapter = PageAdapter(
          context: context, limits: limits, options: options, codec: codec)
        return [.batch(adapter.batch(from: bytes))]
      }
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
  fileprivate mutating func packWords(telling told: ToldForms) {
    var packer = WordPacker(seen: told.take())
    for index in contributions.indices {
      let (words, language) = (contributions[index].words, contributions[index].post.language)
      contributions[index].packedWords = PackedWords(
        own: packer.pack(words.own, language: language),
        quoted: packer.pack(words.quoted, language: language))
      contributions[index].words = PostWords(of: "", blocks: [])
    }
    wordForms = packer.forms
    told.giveBack(packer.seen)
  }
}

/// Remembers across pieces of work which forms of words were told of: one memory for each task that works.
final class ToldForms: Sendable {
  private let free = Mutex<[SeenForms]>([])

  func take() -> SeenForms {
    free.withLock { $0.popLast() } ?? SeenForms(placeLimit: 1 << 17)
  }

  func giveBack(_ seen: SeenForms) { free.withLock { $0.append(seen) } }
}
