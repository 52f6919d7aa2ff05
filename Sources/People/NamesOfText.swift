package import Discussion

/// Finds the names in a text that say whom it speaks to and who wrote it.
package enum NamesOfText {
  /// How many calls of one text are kept.
  private static let callLimit = 6

  /// The people a text speaks to, in order, and then the name it is signed with, if any.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - blocks: Blocks that tile it; names in quotations, signatures of others and code are not looked at.
  /// - Complexity: O(n) in the UTF-8 of the text.
  package static func names(in text: String, blocks: [Block]) -> [NameInText] {
    let bytes = text.leadingBytes(1 << 18)
    let places = BlockPlaces(blocks, in: text, byteCount: bytes.count)
    let calls = SalutationReader(bytes).salutations(in: places.own)
    var names: [NameInText] = []
    for call in calls where names.count < callLimit && (call.isFirst || call.isMarked) {
      names.append(
        NameInText(
          .called, name: call.shown, range: scalars(call.bytes, in: bytes), isFirst: call.isFirst,
          isMarked: call.isMarked))
    }
    if let signed = signedName(places, bytes: bytes) {
      let name = String(decoding: bytes[signed], as: UTF8.self)
      // A name below the greeting of somebody else is the writer's; the same name twice is a quotation of a dialogue.
      if !calls.contains(where: { $0.shown == name }) {
        names.append(
          NameInText(
            .signed, name: name, range: scalars(signed, in: bytes), isFirst: false, isMarked: false)
        )
      }
    }
    return names
  }

  private static func scalars(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    let start = bytes[..<range.lowerBound].count { $0 & 0xc0 != 0x80 }
    return start..<start + bytes[range].count { $0 & 0xc0 != 0x80 }
  }

  /// The name that stands alone in the last line of the own words, else in the first of the signature.
  private static func signedName(_ places: BlockPlaces, bytes: [UInt8]) -> Range<Int>? {
    if let own = places.own.last(where: { !isBlank(bytes[$0]) }),
      let line = lastLine(of: own, bytes: bytes), let name = name(in: line, bytes: bytes)
    {
      return name
    }
    guard let signature = places.signatures.first else { return nil }
    var start = signature.lowerBound
    var lineCount = 0
    while start < signature.upperBound, lineCount < 3 {
      let end = bytes[start..<signature.upperBound].firstIndex(of: 0x0a) ?? signature.upperBound
      if let name = name(in: start..<end, bytes: bytes) { return name }
      if !isBlank(bytes[start..<end]) { lineCount += 1 }
      start = end + 1
    }
    return nil
  }

  private static func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { $0 <= 0x20 }
  }

  /// The last line that is not blank, if it stands apart from a text of at least two lines.
  private static func lastLine(of range: Range<Int>, bytes: [UInt8]) -> Range<Int>? {
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] <= 0x20 { end -= 1 }
    guard end > range.lowerBound else { return nil }
    var start = end
    while start > range.lowerBound, bytes[start - 1] != 0x0a { start -= 1 }
    // The text above it, beyond the line break.
    guard start - range.lowerBound >= 20 else { return nil }
    return start..<end
  }

  /// A name of one to three words, with or without a dash before it.
  private static func name(in line: Range<Int>, bytes: [UInt8]) -> Range<Int>? {
    var start = line.lowerBound
    var end = line.upperBound
    while start < end,
      [0x20, 0x09, 0x2d, UInt8(ascii: "~"), UInt8(ascii: "*")].contains(bytes[start])
    { start += 1 }
    // An em or en dash.
    if end - start > 3, bytes[start] == 0xe2, bytes[start + 1] == 0x80 { start += 3 }
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    if end > start, bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: ",") {
      end -= 1
    }
    guard (2...40).contains(end - start) else { return nil }
    let words = bytes[start..<end].split(separator: 0x20)
    guard (1...3).contains(words.count), words.allSatisfy(isNameWord) else { return nil }
    let first = String(decoding: words[0], as: UTF8.self).lowercased()
    guard !GreetingWords.greetings.contains(first), !GreetingWords.notNames.contains(first),
      !GreetingWords.closings.contains(first)
    else { return nil }
    return start..<end
  }

  private static func isNameWord(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first, first &- 0x41 < 26 || first >= 0xc3 && first != 0xe2 else {
      return false
    }
    guard
      word.allSatisfy({
        $0 | 0x20 &- 0x61 < 26 || $0 >= 0x80 || $0 == 0x2d || $0 == 0x27 || $0 == 0x2e
      })
    else { return false }
    // "LGTM", "ACK": more capitals than a name has, initials aside.
    let capitals = word.count { $0 &- 0x41 < 26 }
    return capitals <= 2 || word.count > 4 && capitals * 2 <= word.count
  }
}

/// Where the blocks of a text lie in its UTF-8.
struct BlockPlaces {
  /// The author's own words.
  private(set) var own: [Range<Int>] = []
  /// Signatures that are not quoted.
  private(set) var signatures: [Range<Int>] = []

  init(_ blocks: [Block], in text: String, byteCount: Int) {
    let ranges = Block.byteRanges(of: blocks, in: text, byteLimit: byteCount)
    for (block, range) in zip(blocks, ranges) {
      if block.kind == .own { own.append(range) }
      if block.kind == .signature, block.depth == 0 { signatures.append(range) }
    }
    if blocks.isEmpty { own = [0..<byteCount] }
  }
}
