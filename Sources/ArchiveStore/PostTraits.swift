internal import Discussion

/// What queries ask of a post's text that the full-text index cannot tell.
struct PostTraits: OptionSet {
  let rawValue: Int

  static let hasQuote = PostTraits(rawValue: 1)
  static let hasURL = PostTraits(rawValue: 2)
  static let asks = PostTraits(rawValue: 4)

  init(rawValue: Int) { self.rawValue = rawValue }

  init(_ post: Post, words: PostWords) {
    self = []
    if post.blocks.contains(where: { $0.kind == .quote || $0.kind == .forward }) {
      insert(.hasQuote)
    }
    let own = words.own.utf8
    if own.contains(UInt8(ascii: "?")) { insert(.asks) }
    var previous: (UInt8, UInt8) = (0, 0)
    for byte in own {
      if byte == UInt8(ascii: "/"), previous == (UInt8(ascii: ":"), UInt8(ascii: "/")) {
        insert(.hasURL)
        break
      }
      previous = (previous.1, byte)
    }
  }
}
