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
    /// Where it lies in the text, in Unicode scalars.
    var range: Range<Int>
  }

  /// Its attributions of first-level quotations, in order; at most 8.
  private(set) var attributions: [Attribution] = []
  /// Whom it speaks to, in order.
  private(set) var salutations: [Salutation] = []
  /// Where the author's own passages lie in the UTF-8 of the text.
  private(set) var ownBytes: [Range<Int>] = []
  /// The Message-IDs that it names outside of quotations.
  private(set) var named: [NamedMessages.Name] = []

  init(_ post: EvidencePost, readsIDs: Bool) {
    let bytes = post.text.leadingBytes(1 << 20)
    let ranges = Block.byteRanges(of: post.blocks, in: post.text, byteLimit: bytes.count)
    var unquoted: [Range<Int>] = []
    for (block, range) in zip(post.blocks, ranges) {
      if block.kind == .attribution, block.depth == 0, attributions.count < 8, !range.isEmpty {
        note(bytes[range], block: block)
      } else if block.kind == .own {
        ownBytes.append(range)
      }
      if block.kind == .own || block.kind == .attribution && block.depth == 0 {
        unquoted.append(range)
      }
    }
    if post.blocks.isEmpty {
      ownBytes = [0..<bytes.count]
      unquoted = ownBytes
    }
    if readsIDs { named = NamedMessages(bytes, in: unquoted).names }
    salutations = SalutationReader(bytes).salutations(in: ownBytes)
  }

  private mutating func note(_ bytes: ArraySlice<UInt8>, block: Block) {
    var folded: [UInt8] = []
    for byte in bytes.prefix(1024) {
      folded.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      if folded.suffix(4).elementsEqual(" at ".utf8) {
        folded.removeLast(4)
        folded.append(UInt8(ascii: "@"))
      }
    }
    attributions.append(
      Attribution(
        name: block.name.map { PersonName($0) }, folded: folded, clock: AttributionClock(bytes),
        range: block.start..<block.end))
  }
}
