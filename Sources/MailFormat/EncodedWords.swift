package import SourceBytes

/// Encoded words in headers (RFC 2047; RFC 2231, section 5, for the language), read tolerantly.
///
/// Adjacent words of one charset are joined before they are decoded, since mailers split them inside a character.
/// Words are also found inside quotes and inside longer words. Raw bytes outside words are UTF-8 where they fit, else in the
/// charset of the body, where one is stated.
package enum EncodedWords {
  /// A header value as text.
  package struct Decoded: Sendable, Hashable {
    package var text: String
    package var replacementCount = 0
  }

  /// Unfolds and decodes `range`, the value of an unstructured field.
  ///
  /// - Complexity: O(n); one allocation where the value is plain ASCII.
  package static func decode(
    _ bytes: Span<UInt8>, in range: Range<Int>, fallback: Charset? = nil
  ) -> Decoded {
    if let line = unfoldedLine(bytes, in: range) {
      return decode(bytes.extracting(line), fallback: fallback)
    }
    let value = unfold(bytes, in: range)
    return decode(value.span, fallback: fallback)
  }

  /// The value without blanks around it where it has no fold, so that nothing need be copied; else nil.
  static func unfoldedLine(_ bytes: Span<UInt8>, in range: Range<Int>) -> Range<Int>? {
    let trimmed = bytes.trimmed(range)
    let fold = bytes.firstOffset(of: 0x0A, from: trimmed.lowerBound, to: trimmed.upperBound)
    return fold == nil ? trimmed : nil
  }

  /// Replaces each fold, and the blanks around it, by one space.
  package static func unfold(_ bytes: Span<UInt8>, in range: Range<Int>) -> [UInt8] {
    if let line = unfoldedLine(bytes, in: range) { return bytes.bytes(in: line) }
    let trimmed = bytes.trimmed(range)
    var output: [UInt8] = []
    output.reserveCapacity(trimmed.count)
    var start = trimmed.lowerBound
    while start < trimmed.upperBound {
      let next = bytes.nextLine(from: start, to: trimmed.upperBound)
      let line = bytes.trimmed(start..<next)
      if !line.isEmpty {
        if !output.isEmpty { output.append(0x20) }
        output.append(contentsOf: bytes, in: line)
      }
      start = next
    }
    return output
  }

  /// Decodes a value without folds.
  package static func decode(_ value: Span<UInt8>, fallback: Charset? = nil) -> Decoded {
    var state = Assembly(fallback: fallback)
    var plainStart = 0
    var index = 0
    let lastClose =
      value.firstOffset(of: 0x3D, from: 0, to: value.count) == nil ? -1 : lastTerminator(value)
    while let mark = value.firstOffset(of: 0x3D, from: index, to: value.count) {
      guard let word = Word(value, at: mark, lastClose: lastClose) else {
        index = mark + 1
        continue
      }
      let between = plainStart..<mark
      let isJoined = state.hasWord && value.trimmed(between).isEmpty
      if !isJoined { state.append(plain: value, between) }
      state.append(word, value)
      index = word.end
      plainStart = word.end
    }
    if plainStart == 0 {
      let census = ByteCensus(of: value)
      if !census.hasHighBytes, !census.hasControls || !Charset.hasJapaneseEscapes(value) {
        return Decoded(text: line(value, census))
      }
    }
    state.append(plain: value, plainStart..<value.count)
    return state.finish()
  }

  /// The string of a value, which is one line: breaks and tabs, which words can smuggle in, are spaces.
  private static func line(_ value: Span<UInt8>, _ census: ByteCensus) -> String {
    guard
      census.hasControls
        || value.firstOffset(of: 0x0A, from: 0, to: value.count) != nil
        || value.firstOffset(of: 0x09, from: 0, to: value.count) != nil
        || census.hasHighBytes
          && (value.firstOffset(of: 0xC2, from: 0, to: value.count) != nil
            || value.firstOffset(of: 0xEF, from: 0, to: value.count) != nil)
    else { return value.string(in: 0..<value.count) }
    var bytes = ReadableText.cleaned(value) ?? Array(copying: value)
    for index in bytes.indices where bytes[index] == 0x0A || bytes[index] == 0x09 {
      bytes[index] = 0x20
    }
    let range = bytes.span.trimmed(0..<bytes.count)
    return bytes.span.string(in: range)
  }

  /// Where the last `?=` stands, so that words that are never closed cost no search each.
  private static func lastTerminator(_ value: Span<UInt8>) -> Int {
    var index = value.count - 2
    while index >= 0 {
      if value[index] == 0x3F, value[index + 1] == 0x3D { return index }
      index -= 1
    }
    return -1
  }

  /// One word, `=?charset?encoding?text?=`.
  private struct Word {
    let charset: Range<Int>
    let isBase64: Bool
    let text: Range<Int>
    let end: Int

    init?(_ value: Span<UInt8>, at start: Int, lastClose: Int) {
      // Names of charsets are short; the bound keeps a line of `=?` from costing the square of its length.
      guard start + 6 < value.count, value[start + 1] == 0x3F,
        let first = value.firstOffset(of: 0x3F, from: start + 2, to: min(value.count, start + 80)),
        first + 2 < value.count, value[first + 2] == 0x3F
      else { return nil }
      let encoding = value[first + 1].asciiLowercased
      guard encoding == 0x62 || encoding == 0x71, first > start + 2 else { return nil }
      charset = start + 2..<first
      isBase64 = encoding == 0x62
      var close = first + 3
      while close <= lastClose,
        let mark = value.firstOffset(of: 0x3F, from: close, to: value.count)
      {
        if mark + 1 < value.count, value[mark + 1] == 0x3D {
          text = first + 3..<mark
          end = mark + 2
          return
        }
        close = mark + 1
        if isBase64 { break }
      }
      // Cut off: taken to the end of the word.
      var stop = first + 3
      while stop < value.count, !value[stop].isASCIIWhitespace, value[stop] != 0x3F { stop += 1 }
      guard stop == value.count else { return nil }
      text = first + 3..<stop
      end = stop
    }
  }

  /// The text so far and the bytes of words whose charset is still to be applied.
  private struct Assembly {
    let fallback: Charset?
    var output: [UInt8] = []
    var pending: [UInt8] = []
    var pendingCharset: Charset?
    var lost = 0

    init(fallback: Charset?) { self.fallback = fallback }

    var hasWord: Bool { pendingCharset != nil }

    mutating func append(plain value: Span<UInt8>, _ range: Range<Int>) {
      flush()
      guard !range.isEmpty else { return }
      let plain = value.extracting(range)
      let isForeign = ByteCensus(of: plain).hasHighBytes && !Charset.isUTF8(plain)
      let decoded = (isForeign ? fallback ?? Charset("") : Charset("")).decodeUTF8(plain)
      output.append(contentsOf: decoded.utf8)
      lost += decoded.lost
    }

    mutating func append(_ word: Word, _ value: Span<UInt8>) {
      let charset = Charset(value.string(in: word.charset))
      if charset != pendingCharset { flush() }
      pendingCharset = charset
      pending +=
        word.isBase64
        ? Base64.decode(value, in: word.text)
        : QuotedPrintable.decode(value, in: word.text, isHeader: true)
    }

    mutating func flush() {
      guard let charset = pendingCharset else { return }
      let decoded = charset.decodeUTF8(pending.span)
      output.append(contentsOf: decoded.utf8)
      lost += decoded.lost
      pending = []
      pendingCharset = nil
    }

    mutating func finish() -> Decoded {
      flush()
      return Decoded(
        text: line(output.span, ByteCensus(of: output.span)), replacementCount: lost)
    }
  }
}
