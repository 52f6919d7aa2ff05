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
    var text = text
    (own, quoted) = text.withUTF8 { utf8 in
      var own: [UInt8] = []
      var quoted: [UInt8] = []
      own.reserveCapacity(utf8.count)
      var start = 0
      for block in blocks {
        var end = start
        var scalarCount = block.end - block.start
        while end < utf8.count {
          // A scalar starts at every byte that continues none.
          if utf8[end] & 0xc0 != 0x80 {
            if scalarCount == 0 { break }
            scalarCount -= 1
          }
          end += 1
        }
        switch block.kind {
        case .own, .code, .patch: own.append(contentsOf: utf8[start..<end])
        case .quote, .forward, .attribution: quoted.append(contentsOf: utf8[start..<end])
        case .signature, .footer, .pgp: break
        }
        start = end
      }
      return (String(decoding: own, as: UTF8.self), String(decoding: quoted, as: UTF8.self))
    }
  }
}

extension Post {
  /// The post's words by who said them; both empty where it has no text.
  public var words: PostWords { PostWords(of: text ?? "", blocks: blocks) }
}
