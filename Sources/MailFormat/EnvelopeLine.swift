internal import SourceBytes

/// The line `From ADDRESS DATE` that stands before a message in an mbox (RFC 4155, appendix A).
package struct EnvelopeLine: Sendable {
  /// How much a line looks like one.
  package enum Likeness: Sendable, Hashable, Comparable {
    /// Words like any others.
    case none
    /// An address without a date.
    case addressOnly
    /// A date with time and year behind something that may be an address; or a hyphen alone.
    case loose
    /// One address, then a date with time and year, and nothing else.
    case certain
  }

  /// How much the line looks like an envelope.
  package let likeness: Likeness
  /// What its date states.
  package let date: ParsedDate?

  /// Judges the line in `range`, which begins with `From ` and is given without its line end.
  ///
  /// - Complexity: At most 400 bytes are looked at.
  package init(_ bytes: Span<UInt8>, in range: Range<Int>) {
    if let plain = EnvelopeLine.plainDate(bytes, range) {
      (likeness, date) = (.certain, plain)
      return
    }
    let words = EnvelopeLine.words(
      bytes, range.lowerBound + 5, min(range.upperBound, range.lowerBound + 400))
    guard range.count <= 400, let first = words.first else {
      // A bare `From ` is what some exporters write.
      (likeness, date) = (words.isEmpty ? .addressOnly : .none, nil)
      return
    }
    if words.count == 1, first.count == 1, bytes[first.lowerBound] == 0x2D {
      // Mozilla writes a hyphen for the address, and some exporters leave out the date behind it.
      (likeness, date) = (.loose, nil)
      return
    }
    let isMasked = words.count > 2 && EnvelopeLine.isAt(bytes, words[1])
    let addressCount = isMasked ? 3 : 1
    let found = EnvelopeLine.dateStart(bytes, words)
    // Day names of other languages, or none at all: what stands behind the address must be a date as it is.
    let hasAddress =
      isMasked || bytes.firstOffset(of: 0x40, from: first.lowerBound, to: first.upperBound) != nil
    let isShort = words.count > addressCount + 1 && words.count <= addressCount + 8
    if let dateStart = found ?? (hasAddress && isShort ? addressCount : nil),
      let parsed = DateParser.parse(bytes, in: words[dateStart].lowerBound..<range.upperBound),
      parsed.stated.precision == .second || parsed.stated.precision == .minute,
      parsed.hasFullYear || !parsed.hasForeignWords,
      found != nil || (parsed.stated.precision == .second && !parsed.hasForeignWords)
    {
      date = parsed
      let isPlain = dateStart == addressCount || dateStart == 0
      likeness = isPlain && !parsed.hasForeignWords ? .certain : .loose
      return
    }
    date = nil
    likeness = words.count <= addressCount && hasAddress ? .addressOnly : .none
  }

  /// The date of `From ADDRESS Fri Jul 19 09:30:00 2002`, as nearly all programs write it; nil for all else.
  ///
  /// Pipermail writes ` at ` into the address.
  private static func plainDate(_ bytes: Span<UInt8>, _ range: Range<Int>) -> ParsedDate? {
    let date = range.upperBound - 24
    guard range.count <= 400, date > range.lowerBound + 5, isDayName(bytes, date),
      var end = plainWord(bytes, from: range.lowerBound + 5, to: date)
    else { return nil }
    if bytes.hasBytes(" at ", at: end) {
      guard let host = plainWord(bytes, from: end + 4, to: date) else { return nil }
      end = host
    }
    while end < date, bytes[end].isBlank { end += 1 }
    return end == date ? PlainDate.parse(bytes, in: date..<range.upperBound) : nil
  }

  /// The end of a word that a blank follows; nil where it is so short that it may be part of a date.
  private static func plainWord(_ bytes: Span<UInt8>, from start: Int, to limit: Int) -> Int? {
    var end = start
    while end < limit, !bytes[end].isBlank { end += 1 }
    return end < limit && end - start > 4 ? end : nil
  }

  /// The first words of a line; those behind the sixteenth belong to no envelope.
  private static func words(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> [Range<Int>] {
    var words: [Range<Int>] = []
    words.reserveCapacity(16)
    var index = start
    while index < end, words.count < 16 {
      while index < end, bytes[index].isBlank { index += 1 }
      let wordStart = index
      while index < end, !bytes[index].isBlank { index += 1 }
      if index > wordStart { words.append(wordStart..<index) }
    }
    return words
  }

  private static func isAt(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    bytes.equalsIgnoringCase("at", in: word) || bytes.equalsIgnoringCase("(at)", in: word)
      || bytes.equalsIgnoringCase("[at]", in: word)
  }

  /// The index of the word with which the date begins: a day name that stands before a date, or a day.
  private static func dateStart(_ bytes: Span<UInt8>, _ words: [Range<Int>]) -> Int? {
    for (index, word) in words.enumerated().prefix(9) {
      guard index + 2 < words.count else { return nil }
      let letters = bytes[word.upperBound - 1] == 0x2C ? word.count - 1 : word.count
      if letters == 3, isDayName(bytes, word.lowerBound), startsDate(bytes, words[index + 1]) {
        return index
      }
      if index > 0, word.count <= 2, bytes[word.lowerBound].isASCIIDigit,
        bytes[words[index + 1].lowerBound].isASCIILetter, words[index + 1].count == 3
      {
        return index
      }
    }
    return nil
  }

  private static func startsDate(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    bytes[word.lowerBound].isASCIIDigit || (word.count == 3 && bytes[word.lowerBound].isASCIILetter)
  }

  private static func isDayName(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    bytes.hasBytes("Mon", at: start) || bytes.hasBytes("Tue", at: start)
      || bytes.hasBytes("Wed", at: start) || bytes.hasBytes("Thu", at: start)
      || bytes.hasBytes("Fri", at: start) || bytes.hasBytes("Sat", at: start)
      || bytes.hasBytes("Sun", at: start)
  }
}
