internal import Discussion
internal import SourceBytes

/// What copies of one post share, whatever archivers did to them: the letters and digits of the own words.
enum WordsDigest {
  /// Digests own words without white space, punctuation, case of ASCII letters, and addresses, which archives mask in
  /// ways of their own (`ada@example.org`, `ada at example.org`, `ada@xxxxxxx`).
  static func digest(ownWords: String) -> ContentDigest {
    var kept: [UInt8] = []
    kept.reserveCapacity(ownWords.utf8.count)
    let tokens = ownWords.utf8.split { $0 == 0x20 || (0x09...0x0d).contains($0) }
    var index = 0
    while index < tokens.count {
      if index + 2 < tokens.count, isAt(tokens[index + 1]),
        tokens[index + 2].contains(UInt8(ascii: "."))
      {
        index += 3
        continue
      }
      if !tokens[index].contains(UInt8(ascii: "@")) { append(tokens[index], to: &kept) }
      index += 1
    }
    return ContentDigest(of: kept.span)
  }

  private static func isAt(_ token: Substring.UTF8View) -> Bool {
    token.count == 2 && token.elementsEqual("at".utf8)
  }

  private static func append(_ token: Substring.UTF8View, to kept: inout [UInt8]) {
    for byte in token {
      switch byte {
      case 0x41...0x5a: kept.append(byte | 0x20)
      case 0x30...0x39, 0x61...0x7a, 0x80...: kept.append(byte)
      default: break
      }
    }
  }
}
