/// What queries ask of a post's text that the full-text index cannot tell.
public struct PostTraits: OptionSet, Sendable, Hashable {
  /// The bits, as they are kept.
  public let rawValue: Int

  /// It quotes or forwards.
  public static let hasQuote = PostTraits(rawValue: 1)
  /// Its own words have a web address.
  public static let hasURL = PostTraits(rawValue: 2)
  /// Its own words have a question mark.
  public static let asks = PostTraits(rawValue: 4)

  /// Takes over what was kept.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Reads a post.
  ///
  /// - Parameters:
  ///   - blocks: The blocks of its text.
  ///   - words: Its words.
  /// - Complexity: One pass over the own words.
  public init(_ blocks: [Block], words: PostWords) {
    self = []
    if blocks.contains(where: { $0.kind == .quote || $0.kind == .forward }) {
      insert(.hasQuote)
    }
    var own = words.own
    own.withUTF8 { own in
      if own.contains(UInt8(ascii: "?")) { insert(.asks) }
      var index = 2
      while index < own.count {
        if own[index] == UInt8(ascii: "/"), own[index - 1] == UInt8(ascii: "/"),
          own[index - 2] == UInt8(ascii: ":")
        {
          insert(.hasURL)
          break
        }
        index += 1
      }
    }
  }
}
