/// The words of a post by who said them.
public struct PostWords: Sendable, Hashable {
  /// What the author wrote, with code and patches.
  public var own: String
  /// What others wrote: quotations, forwarded messages and the lines that introduce them.
  public var quoted: String

  /// Splits `text` by its blocks; signatures, footers and armour belong to neither.
  ///
  /// - Parameter blocks: Blocks that tile `text`.
  /// - Complexity: One pass over the UTF-8 of the text.
  public init(of text: String, blocks: [Block]) {
    let ranges = Block.byteRanges(of: blocks, in: text)
    var text = text
    (own, quoted) = text.withUTF8 { utf8 in
      var own: [UInt8] = []
      var quoted: [UInt8] = []
      own.reserveCapacity(utf8.count)
      for (block, range) in zip(blocks, ranges) {
        let bytes = UnsafeBufferPointer(rebasing: utf8[range])
        switch block.kind {
        case .own, .code, .patch: own.append(contentsOf: bytes)
        case .quote, .forward, .attribution: quoted.append(contentsOf: bytes)
        case .signature, .footer, .pgp: break
        }
      }
      return (String(decoding: own, as: UTF8.self), String(decoding: quoted, as: UTF8.self))
    }
  }
}

extension Post {
  /// The post's words by who said them; both empty where it has no text.
  public var words: PostWords { PostWords(of: text ?? "", blocks: blocks) }
}

/// The words of a post by who said them, split for the full-text index where the post was read.
public struct PackedWords: Sendable, Hashable {
  /// What the author wrote.
  public var own: [UInt8]
  /// What others wrote.
  public var quoted: [UInt8]

  /// Takes over what was split.
  public init(own: [UInt8], quoted: [UInt8]) {
    self.own = own
    self.quoted = quoted
  }
}
