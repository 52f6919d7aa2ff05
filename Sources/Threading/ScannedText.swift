internal import Discussion

/// The words of a text as hashes, with the passages that they belong to.
///
/// A word is a run of ASCII letters and digits or of bytes beyond ASCII, without the punctuation of U+2000 to U+203F
/// and the no-break space; ASCII case does not count. So rewrapping, quotation marks and typographic quotes change
/// nothing.
struct ScannedText {
  /// Adjoining words of one origin.
  struct Passage {
    var kind: Block.Kind
    /// How deep it is quoted; 0 for the author's words.
    var depth: Int
    /// Its words.
    var words: Range<Int>
    /// The index of its block.
    var block: Int
  }

  /// The hash of every word.
  private(set) var hashes: [UInt64] = []
  /// Where each word starts in the UTF-8 of the text.
  private(set) var starts: [Int32] = []
  /// Where each word ends in the UTF-8 of the text.
  private(set) var ends: [Int32] = []
  /// The passages in order.
  private(set) var passages: [Passage] = []

  /// Reads a text once.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - blocks: Blocks that tile it; without any, all is the author's.
  ///   - byteLimit: Words behind it are not read.
  /// - Complexity: O(n) in the UTF-8 of the text.
  init(_ text: String, blocks: [Block], byteLimit: Int = 1 << 20) {
    let ranges = Block.byteRanges(of: blocks, in: text, byteLimit: byteLimit)
    var text = text
    text.withUTF8 { bytes in
      let end = min(bytes.count, byteLimit)
      hashes.reserveCapacity(end / 6)
      starts.reserveCapacity(end / 6)
      ends.reserveCapacity(end / 6)
      for (index, block) in blocks.enumerated() {
        let first = hashes.count
        scan(bytes, ranges[index])
        passages.append(
          Passage(
            kind: block.kind, depth: block.isQuotation ? max(1, block.depth) : block.depth,
            words: first..<hashes.count, block: index))
      }
      if blocks.isEmpty {
        scan(bytes, 0..<end)
        passages.append(Passage(kind: .own, depth: 0, words: 0..<hashes.count, block: 0))
      }
    }
  }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    ScannedText.forEachWord(in: bytes, range) { hash, start, end in
      hashes.append(hash)
      starts.append(Int32(start))
      ends.append(Int32(end))
    }
  }

  /// The words in a range of bytes: hash, start and end of each.
  @inline(__always)
  static func forEachWord(
    in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ body: (UInt64, Int, Int) -> Void
  ) {
    var index = range.lowerBound
    let end = range.upperBound
    // A copy at hand: a global is asked for anew at every byte.
    let kinds = WordBytes.kinds
    kinds.withUnsafeBufferPointer { kinds in
      while index < end {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        let start = index
        while index < end {
          let byte = bytes[index]
          let kind = kinds[Int(byte)]
          if kind == 0 { break }
          if kind == 2 {
            // U+00A0 to U+00BF, U+2000 to U+203F.
            if byte == 0xc2 { break }
            if byte == 0xe2, index + 1 < end, bytes[index + 1] == 0x80 { break }
          }
          hash = (hash ^ UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)) &* 0x0000_0100_0000_01b3
          index += 1
        }
        if index > start {
          body(hash, start, index)
        } else {
          index += bytes[index] == 0xe2 ? 3 : bytes[index] == 0xc2 ? 2 : 1
        }
      }
    }
  }
}

/// Which bytes belong to words: 0 none, 1 all, 2 those that start a scalar to look at.
private enum WordBytes {
  static let kinds: [UInt8] = (0..<256).map { byte in
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: 1
    case 0xc2, 0xe2: 2
    case 0x80...: 1
    default: 0
    }
  }
}

extension ScannedText {
  /// How many words make a shingle; a shorter passage is one shingle of all its words.
  static let shingleLength = 5

  /// The hash of one word in lower case.
  static func hash(of word: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return hash
  }

  /// The shingles of a range of words, each with its first word.
  func forEachShingle(in words: Range<Int>, _ body: (UInt64, Int) -> Void) {
    let count = words.count
    guard count >= 2 else { return }
    let length = min(count, ScannedText.shingleLength)
    for first in words.lowerBound...(words.upperBound - length) {
      body(shingle(at: first, length: length), first)
    }
  }

  /// The hash of `length` words from `first`.
  func shingle(at first: Int, length: Int) -> UInt64 {
    var hash = ScannedText.emptyShingle(of: length)
    for word in first..<first + length { ScannedText.add(hashes[word], to: &hash) }
    return hash
  }

  /// A shingle that is to have `length` words and has none yet.
  static func emptyShingle(of length: Int) -> UInt64 { UInt64(length) &* 0x9e37_79b9_7f4a_7c15 }

  /// Adds the hash of the next word to a shingle.
  static func add(_ word: UInt64, to shingle: inout UInt64) {
    shingle = (shingle &* 0xbf58_476d_1ce4_e5b9) ^ word
    shingle ^= shingle >> 29
  }
}

extension ScannedText.Passage {
  /// Whether two posts that both hold it may share it.
  var isShareable: Bool { kind.isShareable }
}

extension Block {
  /// Whether it is somebody else's.
  var isQuotation: Bool { kind == .quote || kind == .forward }
}
