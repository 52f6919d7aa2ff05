/// A text as words and signs, in lower case, with their places in its UTF-8.
///
/// Curly apostrophes count as straight ones, numbers and links as one word each. Only letters of ASCII and Latin-1 are
/// folded; that is enough for the languages that have cues.
struct WordStream {
  /// What a word is.
  enum Kind: UInt8 {
    case word, number, link, sign
  }

  /// One word, number, link or sign.
  struct Word {
    /// Where it starts in the UTF-8 of the text.
    var start: Int
    /// Where it ends there.
    var end: Int
    /// Its letters in ``WordStream/letters``.
    var letters: Range<Int>
    /// FNV-1a over its letters.
    var hash: UInt64
    var kind: Kind
    /// Whether a blank line, or a line that begins a list item, stands before it.
    var startsParagraph: Bool
  }

  private(set) var words: [Word] = []
  /// The letters of all words after folding, in UTF-8.
  private(set) var letters: [UInt8] = []

  /// Reads a part of a text.
  ///
  /// - Complexity: One pass.
  init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    words.reserveCapacity(range.count / 5)
    letters.reserveCapacity(range.count)
    var index = range.lowerBound
    let end = range.upperBound
    var newlines = 2
    var isListItem = false
    while index < end {
      let byte = bytes[index]
      if byte == 0x0a {
        newlines += 1
        index += 1
        continue
      }
      if byte == 0x20 || byte == 0x09 {
        index += 1
        continue
      }
      if newlines > 0, WordStream.isBullet(bytes, index, end) {
        isListItem = true
        index += 1
        continue
      }
      let first = letters.count
      let start = index
      let kind = take(bytes, &index, end)
      guard let kind else { continue }
      words.append(
        Word(
          start: start, end: index, letters: first..<letters.count,
          hash: Hashing.of(letters[first...]), kind: kind,
          startsParagraph: newlines > 1 || isListItem))
      newlines = 0
      isListItem = false
    }
  }

  /// Takes one word; nil where what stands there is none.
  private mutating func take(_ bytes: Span<UInt8>, _ index: inout Int, _ end: Int) -> Kind? {
    let byte = bytes[index]
    if WordStream.isVote(bytes, index, end) {
      letters.append(byte)
      letters.append(bytes[index + 1])
      index += 2
      return .word
    }
    if byte &- 0x30 < 10 {
      while index < end, bytes[index] &- 0x30 < 10 || WordStream.isNumberSign(bytes, index, end) {
        index += 1
      }
      letters.append(contentsOf: Array("<n>".utf8))
      return .number
    }
    if WordStream.startsLink(bytes, index, end) {
      while index < end, bytes[index] > 0x20, bytes[index] != 0x3e, bytes[index] != 0x29 {
        index += 1
      }
      letters.append(contentsOf: Array("<url>".utf8))
      return .link
    }
    let first = letters.count
    while index < end {
      let byte = bytes[index]
      if byte | 0x20 &- 0x61 < 26 && byte < 0x80 {
        letters.append(byte | 0x20)
        index += 1
      } else if byte == 0x27, letters.count > first {
        letters.append(0x27)
        index += 1
      } else if byte >= 0x80 {
        let size = Scalars.byteCount(byte)
        guard index + size <= end, let sign = WordStream.nonASCII(bytes, index, size) else { break }
        if sign == .apostrophe {
          guard letters.count > first else { break }
          letters.append(0x27)
        } else if byte == 0xc3, bytes[index + 1] >= 0x80, bytes[index + 1] <= 0x9e {
          letters.append(0xc3)
          letters.append(bytes[index + 1] | 0x20)
        } else {
          for offset in 0..<size { letters.append(bytes[index + offset]) }
        }
        index += size
      } else {
        break
      }
    }
    while letters.count > first, letters[letters.count - 1] == 0x27 { letters.removeLast() }
    if letters.count > first { return .word }
    return takeSign(bytes, &index, end)
  }

  private mutating func takeSign(_ bytes: Span<UInt8>, _ index: inout Int, _ end: Int) -> Kind? {
    let byte = bytes[index]
    if byte < 0x80 {
      index += 1
      guard WordStream.signs.contains(byte) else { return nil }
      letters.append(byte)
      return .sign
    }
    let size = min(Scalars.byteCount(byte), end - index)
    var sign: UInt8?
    if size == 3 {
      switch (byte, bytes[index + 1], bytes[index + 2]) {
      case (0xe2, 0x80, 0xa6), (0xe3, 0x80, 0x82): sign = UInt8(ascii: ".")
      case (0xef, 0xbc, 0x9f): sign = UInt8(ascii: "?")
      case (0xef, 0xbc, 0x81): sign = UInt8(ascii: "!")
      case (0xe2, 0x80, 0x9c), (0xe2, 0x80, 0x9d), (0xe2, 0x80, 0x9e): sign = UInt8(ascii: "\"")
      default: break
      }
    } else if size == 2, byte == 0xc2, bytes[index + 1] == 0xbf {
      sign = UInt8(ascii: "(")
    }
    index += size
    guard let sign else { return nil }
    letters.append(sign)
    return .sign
  }

  private enum NonASCII { case letter, apostrophe }

  /// What a scalar beyond ASCII is; nil for punctuation and blanks.
  private static func nonASCII(_ bytes: Span<UInt8>, _ index: Int, _ size: Int) -> NonASCII? {
    let byte = bytes[index]
    if byte == 0xc2 { return nil }
    if byte == 0xe2, bytes[index + 1] == 0x80 {
      return bytes[index + 2] == 0x99 ? .apostrophe : nil
    }
    if byte == 0xe3, bytes[index + 1] == 0x80 { return nil }
    if byte == 0xef, bytes[index + 1] == 0xbc { return nil }
    if byte == 0xf0, bytes[index + 1] == 0x9f { return nil }
    return .letter
  }

  /// Whether `+1`, `-1`, `+0` or `-0` stands here as a word of its own.
  private static func isVote(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-"), index + 1 < end,
      bytes[index + 1] == UInt8(ascii: "1") || bytes[index + 1] == UInt8(ascii: "0"),
      index == 0 || bytes[index - 1] <= 0x20
    else { return false }
    guard index + 2 < end else { return true }
    let next = bytes[index + 2]
    return next &- 0x30 >= 10 && next | 0x20 &- 0x61 >= 26 && next != UInt8(ascii: "%")
  }

  private static func isNumberSign(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> Bool {
    let byte = bytes[index]
    return (byte == 0x2e || byte == 0x2c) && index + 1 < end && bytes[index + 1] &- 0x30 < 10
  }

  private static func startsLink(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> Bool {
    func spells(_ word: StaticString) -> Bool {
      guard index + word.utf8CodeUnitCount <= end else { return false }
      return word.withUTF8Buffer { letters in
        letters.indices.allSatisfy { bytes[index + $0] | 0x20 == letters[$0] | 0x20 }
      }
    }
    let byte = bytes[index] | 0x20
    return byte == UInt8(ascii: "h") && (spells("http://") || spells("https://"))
      || byte == UInt8(ascii: "w") && spells("www.")
  }

  /// Whether a line begins with the mark of a list item here.
  private static func isBullet(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> Bool {
    let byte = bytes[index]
    guard index + 1 < end, bytes[index + 1] == 0x20 else { return false }
    return byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "+")
  }

  private static let signs: Set<UInt8> = Set("?!.,;:\"()%$*[]".utf8)
}

/// FNV-1a.
enum Hashing {
  static let start: UInt64 = 0xcbf2_9ce4_8422_2325

  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 { adding(bytes, to: start) }

  static func adding(_ bytes: some Sequence<UInt8>, to hash: UInt64) -> UInt64 {
    var hash = hash
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }
}

/// The bytes of Unicode scalars.
enum Scalars {
  /// How many bytes a scalar has that begins with `byte`.
  static func byteCount(_ byte: UInt8) -> Int {
    byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
  }
}

extension WordStream {
  /// The words of several parts of one text as one stream.
  init(joining streams: [WordStream]) {
    self = streams.first ?? WordStream()
    for stream in streams.dropFirst() {
      let shift = letters.count
      letters += stream.letters
      words += stream.words.map { word in
        var word = word
        word.letters = word.letters.lowerBound + shift..<word.letters.upperBound + shift
        return word
      }
    }
  }

  private init() {}

  /// Leaves out all words but some.
  mutating func keep(_ places: [Int]) { words = places.map { words[$0] } }
}
