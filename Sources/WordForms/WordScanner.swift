/// Splits text into the words that are indexed, and folds them.
///
/// A word is a run of letters, digits and marks. It is written without case and diacritics (`Łódź` is `lodz`, `Straße` is
/// `strasse`). Scripts that set no blanks between words (Chinese, Japanese, Thai, and Korean, whose words carry particles) are
/// indexed by overlapping pairs, so that any two or more characters are found as a row of pairs; the last character of such a
/// run stands alone too. Signs that belong to a name make a second word at the same place: `c++` beside `c`, `.net` beside
/// `net`, `#tag` and `@ada`. Everything else with punctuation inside, such as an address or a file name, is its words in a row.
///
/// - Complexity: One pass over the bytes, no allocation.
public struct WordScanner {
  /// The most bytes of a word that are kept; the rest of a longer one is passed over.
  public static let byteLimit = 64

  /// Where the current word stands: offsets of bytes.
  public private(set) var range = 0..<0
  /// The current word without case and diacritics, as UTF-8.
  public private(set) var folded = FixedWord()
  /// The current word in lower case with its diacritics.
  public private(set) var lower = FixedWord()
  /// Whether the word stands at the same place as the one before.
  public private(set) var isColocated = false
  /// Whether the word is made of letters only, in a script that sets blanks.
  public private(set) var isLetters = false
  /// Whether the word is one or two characters of a script without blanks.
  public private(set) var isPair = false

  /// Where reading goes on.
  private var offset = 0
  /// A word that is still to be given for the place of the last one.
  private var waiting: Waiting = .none

  private enum Waiting {
    case none
    /// The sign before the word and the number of signs behind it, of which the first is the sign.
    case signed(before: UInt8?, after: UInt8?, count: Int)
    /// The last character of a run of pairs.
    case last(Range<Int>)
  }

  /// Starts before the first word.
  public init() {}

  /// Goes to the next word.
  ///
  /// - Parameter bytes: UTF-8, the same in each call; what is not UTF-8 parts words.
  /// - Returns: Whether there is one.
  public mutating func next(in bytes: Span<UInt8>) -> Bool {
    switch waiting {
    case .none: break
    case .signed(let before, let after, let count):
      waiting = .none
      isColocated = true
      isLetters = false
      if let before { folded.prepend(before) }
      if let after { for _ in 0..<count { folded.append(after) } }
      return true
    case .last(let last):
      waiting = .none
      range = last
      folded.removeAll()
      var index = last.lowerBound
      let (value, _) = WordScanner.scalar(in: bytes, at: index)
      folded.append(scalar: value)
      lower = folded
      index = last.upperBound
      isColocated = true
      return true
    }
    isColocated = false
    isPair = false
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte < 0x80 {
        if WordScanner.asciiWordByte(byte) != 0 { return word(in: bytes) }
        offset += 1
        continue
      }
      let (value, count) = WordScanner.scalar(in: bytes, at: offset)
      let entry = ScalarTable.entry(value)
      switch entry.role {
      case .separator, .mark: offset += count
      case .word: return word(in: bytes)
      case .pair:
        pair(value, count: count, in: bytes)
        return true
      case .symbol:
        range = offset..<(offset + count)
        folded.removeAll()
        folded.append(scalar: value)
        lower = folded
        isLetters = false
        offset += count
        return true
      }
    }
    return false
  }

  /// Reads a run of letters and digits.
  private mutating func word(in bytes: Span<UInt8>) -> Bool {
    let start = offset
    folded.removeAll()
    var hasDigit = false
    var hasOther = false
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte < 0x80 {
        let letter = WordScanner.asciiWordByte(byte)
        guard letter != 0 else { break }
        if letter < 0x3a { hasDigit = true }
        folded.append(letter)
        if hasOther { lower.append(letter) }
        offset += 1
        continue
      }
      let (value, count) = WordScanner.scalar(in: bytes, at: offset)
      let entry = ScalarTable.entry(value)
      guard entry.role == .word || entry.role == .mark else { break }
      if !hasOther {
        lower = folded
        hasOther = true
      }
      offset += count
      guard entry.folded != 0 else { continue }
      lower.append(scalar: entry.lower)
      var packed = entry.folded
      while packed != 0 {
        let scalar = UInt32(truncatingIfNeeded: packed & 0x1f_ffff)
        if scalar >= 0x30, scalar < 0x3a { hasDigit = true }
        folded.append(scalar: scalar)
        packed >>= 21
      }
    }
    range = start..<offset
    if !hasOther { lower = folded }
    isLetters = !hasDigit
    findSigns(in: bytes)
    return true
  }

  /// Looks whether signs around the word make a name of it.
  private mutating func findSigns(in bytes: Span<UInt8>) {
    var before: UInt8?
    if range.lowerBound > 0 {
      let sign = bytes[range.lowerBound - 1]
      if sign == 0x2e || sign == 0x23 || sign == 0x40 {  // . # @
        let isFirst = range.lowerBound == 1
        let ahead = isFirst ? 0x20 : bytes[range.lowerBound - 2]
        let isOpen =
          ahead < 0x80 && ahead != sign && WordScanner.asciiWordByte(ahead) == 0 && ahead != 0x5f
        if isOpen, isLetters || sign == 0x23 { before = sign }
      }
    }
    var after: UInt8?
    var count = 0
    let end = range.upperBound
    if end < bytes.count, isLetters, range.count <= 8 {
      let sign = bytes[end]
      func ends(at index: Int) -> Bool {
        index >= bytes.count
          || (bytes[index] != sign
            && (bytes[index] >= 0x80 || WordScanner.asciiWordByte(bytes[index]) == 0))
      }
      if sign == 0x23, ends(at: end + 1) { (after, count) = (sign, 1) }
      if sign == 0x2b, end + 1 < bytes.count, bytes[end + 1] == sign,
        end + 2 >= bytes.count || bytes[end + 2] != sign
      {
        (after, count) = (sign, 2)
      }
    }
    if before != nil || after != nil {
      waiting = .signed(before: before, after: after, count: count)
    }
  }

  /// Takes a character of a script without blanks, with the next where there is one.
  private mutating func pair(_ value: UInt32, count: Int, in bytes: Span<UInt8>) {
    let start = offset
    folded.removeAll()
    folded.append(scalar: value)
    isLetters = false
    isPair = true
    offset += count
    let first = offset
    if let next = WordScanner.pairPartner(in: bytes, at: offset) {
      folded.append(scalar: next.value)
      range = start..<next.end
      if WordScanner.pairPartner(in: bytes, at: next.end) == nil {
        waiting = .last(next.start..<next.end)
        offset = next.end
      } else {
        offset = next.start
      }
    } else {
      range = start..<first
    }
    lower = folded
  }

  private static func pairPartner(
    in bytes: Span<UInt8>, at place: Int
  ) -> (value: UInt32, start: Int, end: Int)? {
    var place = place
    while place < bytes.count, bytes[place] >= 0x80 {
      let (value, count) = scalar(in: bytes, at: place)
      switch ScalarTable.entry(value).role {
      case .pair: return (value, place, place + count)
      case .mark: place += count
      default: return nil
      }
    }
    return nil
  }

  /// Decodes one scalar; a byte that starts none is U+FFFD.
  @inline(__always)
  static func scalar(in bytes: Span<UInt8>, at index: Int) -> (value: UInt32, count: Int) {
    let first = UInt32(bytes[index])
    func tail(_ distance: Int) -> UInt32? {
      guard index + distance < bytes.count else { return nil }
      let byte = UInt32(bytes[index + distance])
      return byte & 0xc0 == 0x80 ? byte & 0x3f : nil
    }
    if first < 0x80 { return (first, 1) }
    if first >= 0xc2, first < 0xe0, let second = tail(1) {
      return ((first & 0x1f) << 6 | second, 2)
    }
    // What takes more bytes than it needs, halves of pairs and what lies behind the last scalar are no UTF-8.
    if first & 0xf0 == 0xe0, let second = tail(1), let third = tail(2) {
      let value = (first & 0xf) << 12 | second << 6 | third
      if value >= 0x800, value & 0xf800 != 0xd800 { return (value, 3) }
    }
    if first & 0xf8 == 0xf0, let second = tail(1), let third = tail(2), let fourth = tail(3) {
      let value = (first & 7) << 18 | second << 12 | third << 6 | fourth
      if value >= 0x10000, value <= 0x10ffff { return (value, 4) }
    }
    return (0xfffd, 1)
  }

  /// A letter or digit of ASCII in lower case; 0 for what parts words.
  @inline(__always)
  static func asciiWordByte(_ byte: UInt8) -> UInt8 {
    // By arithmetic: a table in a global is asked for anew at every byte.
    let lower = byte | 0x20
    if lower &- 0x61 < 26 { return lower }
    return byte &- 0x30 < 10 ? byte : 0
  }
}
