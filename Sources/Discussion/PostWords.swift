/// The words of a post by who said them.
public struct PostWords: Sendable, Hashable {
  /// What the author wrote, with code and patches.
  public var own: String
  /// What others wrote: quotations, forwarded messages and the lines that introduce them.
  public var quoted: String

  /// Splits `text` by its blocks; signatures, footers and armour belong to neither.
  ///
  /// - Parameter blocks: Blocks that tile `text`.
  /// - Complexity: One pass over the text.
  public init(of text: String, blocks: [Block]) {
    var own = String.UnicodeScalarView()
    var quoted = String.UnicodeScalarView()
    var index = text.unicodeScalars.startIndex
    var offset = 0
    for block in blocks {
      let start = text.unicodeScalars.index(index, offsetBy: block.start - offset)
      let end = text.unicodeScalars.index(start, offsetBy: block.end - block.start)
      switch block.kind {
      case .own, .code, .patch: own.append(contentsOf: text.unicodeScalars[start..<end])
      case .quote, .forward, .attribution:
        quoted.append(contentsOf: text.unicodeScalars[start..<end])
      case .signature, .footer, .pgp: break
      }
      index = end
      offset = block.end
    }
    self.own = String(own)
    self.quoted = String(quoted)
  }
}

extension Post {
  /// The post's words by who said them; both empty where it has no text.
  public var words: PostWords { PostWords(of: text ?? "", blocks: blocks) }
}
