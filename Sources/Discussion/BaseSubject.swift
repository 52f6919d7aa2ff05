/// A subject without what replies, forwards and lists add to it.
///
/// Follows RFC 5256 §2.1, and goes beyond it where real archives do: localized and counted prefixes (`AW:`, `Re[2]:`,
/// `回复：`), list tags with counters, and `(was: old subject)`, which is kept apart because it links to another thread.
/// Case is kept; whoever compares subjects folds it.
public struct BaseSubject: Sendable, Hashable {
  /// What remains: white space folded to single spaces, prefixes, tags and trailing dots gone.
  ///
  /// May be empty.
  public let text: String
  /// Whether a prefix said that it is a reply.
  public let isReply: Bool
  /// Whether a prefix, `(fwd)` or `[fwd: …]` said that it is a forwarded message.
  public let isForward: Bool
  /// The first tag in brackets that looks like a list's, without its counter.
  public let listTag: String?
  /// The base subject that this one replaced, from `(was: …)`.
  public let was: String?

  /// Reads a decoded subject.
  ///
  /// - Parameters:
  ///   - subject: The subject, unfolded or not.
  ///   - acceptsSingleLetters: Whether `R:` and `I:` count as "reply" and "forward". They do in Italian mail; ask for
  ///     it only where a reply header or the archive's language backs them.
  /// - Complexity: Linear.
  public init(_ subject: String, acceptsSingleLetters: Bool = false) {
    var bytes = SubjectReader.folded(subject)
    var old: String?
    if let cut = SubjectReader.cutOfOldSubject(bytes) {
      var reader = SubjectReader(Array(bytes[cut.old]), acceptsSingleLetters: acceptsSingleLetters)
      reader.read()
      old = reader.text
      bytes.removeSubrange(cut.whole)
    }
    var reader = SubjectReader(bytes, acceptsSingleLetters: acceptsSingleLetters)
    reader.read()
    text = reader.text
    isReply = reader.isReply
    isForward = reader.isForward
    listTag = reader.listTag
    was = old.flatMap { $0.isEmpty ? nil : $0 }
  }
}

/// The bytes of a subject, taken off from both ends.
private struct SubjectReader {
  let bytes: [UInt8]
  let acceptsSingleLetters: Bool
  var start = 0
  var end: Int
  var isReply = false
  var isForward = false
  var listTag: String?

  init(_ bytes: [UInt8], acceptsSingleLetters: Bool) {
    self.bytes = bytes
    self.acceptsSingleLetters = acceptsSingleLetters
    end = bytes.count
  }

  var text: String { String(decoding: bytes[start..<end], as: UTF8.self) }

  /// White space to single spaces, none at the ends; byte order marks and zero-width spaces gone.
  static func folded(_ subject: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var isInSpace = false
    for scalar in subject.unicodeScalars {
      switch scalar.value {
      case 0xfeff, 0x200b, 0x200e, 0x200f: continue
      case 0...0x20, 0x7f, 0xa0, 0x3000:
        isInSpace = true
      default:
        if isInSpace, !bytes.isEmpty { bytes.append(0x20) }
        isInSpace = false
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return bytes
  }

  mutating func read() {
    // RFC 5256 §2.1: (2) trailers, (3) to (5) leaders, (6) the wrapped forward, until nothing changes.
    while true {
      takeTrailers()
      while takePrefix() || takeTag() {}
      guard takeWrappedForward() else { break }
    }
    if start > end { start = end }
  }

  private mutating func trim() {
    while start < end, bytes[start] == 0x20 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 { end -= 1 }
  }

  private mutating func takeTrailers() {
    while true {
      trim()
      if ends(with: "(fwd)") {
        end -= 5
        isForward = true
      } else if end > start + 1, bytes[end - 1] == UInt8(ascii: ".") {
        end -= 1
      } else if end > start + 2, bytes[end - 1] == UInt8(ascii: "!"),
        bytes[end - 2] == UInt8(ascii: "!")
      {
        end -= 1
      } else {
        return
      }
    }
  }

  private func ends(with word: StaticString) -> Bool {
    end - start >= word.utf8CodeUnitCount
      && matches(word, at: end - word.utf8CodeUnitCount, before: end)
  }

  private func matches(_ word: StaticString, at start: Int, before end: Int) -> Bool {
    guard end - start >= word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { wanted in
      for index in 0..<wanted.count where lowered(bytes[start + index]) != wanted[index] {
        return false
      }
      return true
    }
  }

  private func lowered(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  // MARK: Leaders

  /// Takes `Re:`, `AW[2]:`, `Re [list]:`, `回复：` and their like off.
  private mutating func takePrefix() -> Bool {
    trim()
    for prefix in SubjectPrefixes.table {
      guard acceptsSingleLetters || !prefix.isSingleLetter,
        let behind = end(of: prefix.bytes), let rest = endOfCounterAndColon(from: behind)
      else {
        continue
      }
      start = rest
      if prefix.isForward { isForward = true } else { isReply = true }
      trim()
      return true
    }
    return false
  }

  private func end(of word: [UInt8]) -> Int? {
    guard end - start > word.count else { return nil }
    for index in word.indices where lowered(bytes[start + index]) != word[index] { return nil }
    return start + word.count
  }

  /// Steps over `[2]`, `(3)`, `^2`, `*2`, `2`, a tag, and the colon that must follow.
  private func endOfCounterAndColon(from start: Int) -> Int? {
    var index = start
    func skipSpace() { while index < end, bytes[index] == 0x20 { index += 1 } }
    skipSpace()
    if index < end {
      let close: UInt8? =
        switch bytes[index] {
        case UInt8(ascii: "["): UInt8(ascii: "]")
        case UInt8(ascii: "("): UInt8(ascii: ")")
        default: nil
        }
      if let close {
        let open = bytes[index]
        index += 1
        while index < end, bytes[index] != close, bytes[index] != open { index += 1 }
        guard index < end, bytes[index] == close else { return nil }
        index += 1
      } else if bytes[index] == UInt8(ascii: "^") || bytes[index] == UInt8(ascii: "*") {
        index += 1
      }
      var digits = 0
      while index < end, bytes[index] &- 0x30 < 10, digits < 4 {
        index += 1
        digits += 1
      }
    }
    if index < end, bytes[index] == UInt8(ascii: ".") { index += 1 }
    skipSpace()
    if index < end, bytes[index] == UInt8(ascii: ":") { return index + 1 }
    if end - index >= 3, bytes[index] == 0xef, bytes[index + 1] == 0xbc, bytes[index + 2] == 0x9a {
      return index + 3
    }
    return nil
  }

  /// Takes `[tag]` off where something remains behind it.
  private mutating func takeTag() -> Bool {
    trim()
    guard start < end, bytes[start] == UInt8(ascii: "[") else { return false }
    var close = start + 1
    while close < end, bytes[close] != UInt8(ascii: "]") {
      if bytes[close] == UInt8(ascii: "[") { return false }
      close += 1
    }
    var rest = close + 1
    while rest < end, bytes[rest] == 0x20 { rest += 1 }
    guard close < end, rest < end, !matches("[fwd:", at: start, before: end) else { return false }
    noteTag(start + 1..<close)
    start = rest
    return true
  }

  private mutating func noteTag(_ range: Range<Int>) {
    guard listTag == nil else { return }
    var end = range.upperBound
    var last = end
    // "[list 1234]", "[list:1234]"
    while last > range.lowerBound, bytes[last - 1] &- 0x30 < 10 { last -= 1 }
    if last < end, last > range.lowerBound,
      [0x20, UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "#")].contains(bytes[last - 1])
    {
      end = last - 1
    }
    while end > range.lowerBound, bytes[end - 1] == 0x20 { end -= 1 }
    let tag = Array(bytes[range.lowerBound..<end])
    let first = tag.split(separator: 0x20).first.map { $0.map(lowered) } ?? []
    guard tag.contains(where: { lowered($0) &- 0x61 < 26 || $0 >= 0x80 }),
      !SubjectPrefixes.topicTags.contains(first)
    else {
      return
    }
    listTag = String(decoding: tag, as: UTF8.self)
  }

  private mutating func takeWrappedForward() -> Bool {
    trim()
    guard matches("[fwd:", at: start, before: end), bytes[end - 1] == UInt8(ascii: "]") else {
      return false
    }
    start += 5
    end = max(start, end - 1)
    isForward = true
    trim()
    return true
  }

  // MARK: The old subject

  /// Where `(was: old)` lies, and the old subject in it.
  ///
  /// Of nested ones the outermost counts, and of its subject the newest part.
  static func cutOfOldSubject(_ bytes: [UInt8]) -> (whole: Range<Int>, old: Range<Int>)? {
    guard let last = bytes.last else { return nil }
    let isClosed = [UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}")].contains(last)
    var found: (open: Int, content: Int)?
    for index in bytes.indices {
      let isOpening = [UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{")].contains(
        bytes[index])
      let isDash = bytes[index] == 0x2d || bytes[index] == 0x2c || bytes[index] == 0x3b
      guard isOpening || isDash, let content = endOfWas(bytes, index + 1, needsColon: isDash) else {
        continue
      }
      if let found {
        // The subject before the old one.
        return (found.open..<bytes.count, found.content..<index)
      }
      guard isClosed || isDash else { continue }
      found = (index, content)
    }
    guard let found, found.content < bytes.count else { return nil }
    let isOpen = bytes[found.open] == 0x2d || bytes[found.open] == 0x2c || bytes[found.open] == 0x3b
    return (found.open..<bytes.count, found.content..<(isOpen ? bytes.count : bytes.count - 1))
  }

  private static func endOfWas(_ bytes: [UInt8], _ start: Int, needsColon: Bool) -> Int? {
    var start = start
    if start < bytes.count, bytes[start] == 0x20 { start += 1 }
    for (word, wordNeedsColon) in SubjectPrefixes.oldSubjectWords {
      guard bytes.count - start > word.count else { continue }
      var isMatch = true
      for index in word.indices where bytes[start + index] | 0x20 != word[index] {
        isMatch = false
        break
      }
      guard isMatch else { continue }
      let behind = start + word.count
      if bytes[behind] == UInt8(ascii: ":") { return behind + 1 }
      if bytes[behind] == 0x20, !needsColon, !wordNeedsColon { return behind + 1 }
    }
    return nil
  }
}
