/// That a text speaks to somebody by name.
package struct Salutation: Sendable {
  /// The name as it is written.
  package var shown: String
  /// The name for comparison.
  package var name: PersonName
  /// Where greeting and name lie in the UTF-8 of the text.
  package var bytes: Range<Int>
  /// Whether a greeting or `@` goes before, so that it cannot be a common word.
  package var isMarked: Bool
  /// Whether it opens the text; others open a paragraph or stand inside.
  package var isFirst: Bool
}

/// Finds the people that a text speaks to: `Hi Ada,`, `Ada:`, `@Ada`.
package struct SalutationReader {
  private let bytes: [UInt8]

  /// The UTF-8 of a text.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The salutations of the author's own passages, in order; at most 16.
  package func salutations(in passages: [Range<Int>]) -> [Salutation] {
    var found: [Salutation] = []
    var isFirst = true
    for passage in passages {
      var start = skipSpace(passage.lowerBound, passage.upperBound)
      while start < passage.upperBound, found.count < 16 {
        if let call = opening(at: start, end: passage.upperBound, isFirst: isFirst) {
          found.append(call)
        }
        isFirst = false
        start = mentions(from: start, end: passage.upperBound, into: &found)
        start = skipSpace(start, passage.upperBound)
      }
    }
    return found
  }

  private func skipSpace(_ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, bytes[index] <= 0x20 { index += 1 }
    return index
  }

  /// Collects `@name` up to the end of the paragraph, and returns that end.
  private func mentions(from start: Int, end: Int, into found: inout [Salutation]) -> Int {
    var index = start
    while index < end {
      if bytes[index] == 0x0a {
        var next = index + 1
        while next < end, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
        if next < end, bytes[next] == 0x0a { return next }
      }
      if bytes[index] == UInt8(ascii: "@"), index > start, bytes[index - 1] <= 0x20,
        let name = names(at: index + 1, end: end, limit: 2), found.count < 16
      {
        found.append(salutation(index..<name.end, name.range, isMarked: true, isFirst: false))
      }
      index += 1
    }
    return end
  }

  private func salutation(
    _ whole: Range<Int>, _ name: Range<Int>, isMarked: Bool, isFirst: Bool
  ) -> Salutation {
    let shown = String(decoding: bytes[name], as: UTF8.self)
    return Salutation(
      shown: shown, name: PersonName(shown), bytes: whole, isMarked: isMarked, isFirst: isFirst)
  }

  /// Reads a salutation that opens a paragraph.
  private func opening(at start: Int, end: Int, isFirst: Bool) -> Salutation? {
    var index = start
    var isMarked = false
    var steps = 0
    // Greetings: "Hi", "Good morning", "Thank you", "Thanks,", "@".
    while steps < 3, index < end {
      if bytes[index] == UInt8(ascii: "@") {
        isMarked = true
        index += 1
        break
      }
      guard let word = word(at: index, end: end) else { break }
      let folded = String(decoding: bytes[word], as: UTF8.self).lowercased()
      guard GreetingWords.greetings.contains(folded) else { break }
      var behind = word.upperBound
      while behind < end, [0x20, UInt8(ascii: ","), UInt8(ascii: "!")].contains(bytes[behind]) {
        behind += 1
      }
      isMarked = true
      index = behind
      steps += 1
    }
    guard let name = names(at: index, end: end, limit: 3) else { return nil }
    let isAt = index > start && bytes[index - 1] == UInt8(ascii: "@")
    let mark = name.end < end ? bytes[name.end] : 0x0a
    let isClosed =
      mark == UInt8(ascii: ",") || mark == UInt8(ascii: ":") || mark == UInt8(ascii: "!")
      || isMarked && (mark == 0x0a || mark == UInt8(ascii: ".") || mark == UInt8(ascii: ";"))
      || isDash(name.end, end)
    guard isAt || isClosed else { return nil }
    let first = String(decoding: bytes[name.range], as: UTF8.self).lowercased()
    guard !GreetingWords.notNames.contains(first), !GreetingWords.greetings.contains(first) else {
      return nil
    }
    return salutation(
      start..<name.end, name.range, isMarked: isMarked, isFirst: isFirst)
  }

  private func isDash(_ index: Int, _ end: Int) -> Bool {
    // " - ", " -- ", " – ", " — "
    guard index + 2 < end, bytes[index] == 0x20 else { return false }
    return bytes[index + 1] == 0x2d && (bytes[index + 2] == 0x20 || bytes[index + 2] == 0x2d)
      || bytes[index + 1] == 0xe2 && bytes[index + 2] == 0x80
  }

  private func word(at start: Int, end: Int) -> Range<Int>? {
    var index = start
    while index < end, isNameByte(bytes[index]) { index += 1 }
    return index > start && index - start <= 40 ? start..<index : nil
  }

  /// Up to `limit` words that are written as names; the first may be a handle behind `@`.
  private func names(at start: Int, end: Int, limit: Int) -> (range: Range<Int>, end: Int)? {
    guard let first = word(at: start, end: end) else { return nil }
    let isHandle = start > 0 && bytes[start - 1] == UInt8(ascii: "@")
    guard isHandle || isUpper(first.lowerBound) else {
      // "hi ada," is common in comments; a single lower-case word counts before a mark.
      return (first, first.upperBound)
    }
    var last = first.upperBound
    var count = 1
    while count < limit, last + 1 < end, bytes[last] == 0x20 || bytes[last] == UInt8(ascii: "."),
      let next = word(at: last + 1, end: end), isUpper(next.lowerBound)
    {
      last = next.upperBound
      count += 1
    }
    return (first.lowerBound..<last, last)
  }

  private func isUpper(_ index: Int) -> Bool { bytes[index] &- 0x41 < 26 || isBeyond(bytes[index]) }

  /// Whether a byte belongs to a scalar beyond ASCII other than punctuation.
  private func isBeyond(_ byte: UInt8) -> Bool { byte >= 0x80 && byte != 0xc2 && byte != 0xe2 }

  private func isNameByte(_ byte: UInt8) -> Bool {
    byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'") || isBeyond(byte)
  }
}
