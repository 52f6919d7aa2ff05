internal import Discussion
internal import People

/// What a post says by itself about the one that it answers.
struct ReplyClues {
  /// A line that introduces a quotation.
  struct Attribution {
    /// The person it names.
    var name: PersonName?
    /// The name or address in lower-case ASCII, with `at` turned into `@`.
    var folded: [UInt8]
    /// The time it tells.
    var clock: AttributionClock
    /// The posts whose Message-IDs it names.
    var posts: [PostID]
    /// Where it lies in the text, in Unicode scalars.
    var range: Range<Int>
  }

  /// Its attributions of first-level quotations, in order; at most 8.
  private(set) var attributions: [Attribution] = []
  /// Whom it speaks to, in order.
  private(set) var salutations: [Salutation] = []
  /// Where the author's own passages lie in the UTF-8 of the text.
  private(set) var ownBytes: [Range<Int>] = []

  init(_ post: EvidencePost, readsIDs: Bool) {
    let bytes = post.text.leadingBytes(1 << 20)
    let ranges = Block.byteRanges(of: post.blocks, in: post.text, byteLimit: bytes.count)
    for (block, range) in zip(post.blocks, ranges) {
      if block.kind == .attribution, block.depth == 0, attributions.count < 8, !range.isEmpty {
        note(bytes[range], block: block, readsIDs: readsIDs)
      } else if block.kind == .own {
        ownBytes.append(range)
      }
    }
    if post.blocks.isEmpty { ownBytes = [0..<bytes.count] }
    salutations = SalutationReader(bytes).salutations(in: ownBytes)
  }

  private mutating func note(_ bytes: ArraySlice<UInt8>, block: Block, readsIDs: Bool) {
    var folded: [UInt8] = []
    for byte in bytes.prefix(1024) {
      folded.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      if folded.suffix(4).elementsEqual(" at ".utf8) {
        folded.removeLast(4)
        folded.append(UInt8(ascii: "@"))
      }
    }
    var posts: [PostID] = []
    if readsIDs {
      // "In message <id>, X writes:", "In article <id> …".
      var rest = bytes.prefix(1024)
      while posts.count < 2, let open = rest.firstIndex(of: UInt8(ascii: "<")),
        let close = rest[open...].firstIndex(of: UInt8(ascii: ">"))
      {
        let id = rest[(open + 1)..<close]
        if id.contains(UInt8(ascii: "@")), !id.contains(where: { $0 <= 0x20 }) {
          posts.append(
            PostID(PostIdentity(MessageID(String(decoding: id, as: UTF8.self)))))
        }
        rest = rest[(close + 1)...]
      }
    }
    attributions.append(
      Attribution(
        name: block.name.map { PersonName($0) }, folded: folded, clock: AttributionClock(bytes),
        posts: posts, range: block.start..<block.end))
  }
}
