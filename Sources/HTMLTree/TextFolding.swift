/// Comparisons of ASCII bytes without regard to case.
enum ASCII {
  static func lower(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }

  static func equal(_ bytes: ArraySlice<UInt8>, _ text: String) -> Bool {
    isAlike(bytes.span, text.utf8.span)
  }

  /// Whether two texts differ in nothing but ASCII case.
  static func isAlike(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    var offset = 0
    while offset < left.count {
      guard lower(left[offset]) == lower(right[offset]) else { return false }
      offset += 1
    }
    return true
  }

  /// Whether two texts are the same bytes.
  static func isSame(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    var offset = 0
    while offset < left.count {
      guard left[offset] == right[offset] else { return false }
      offset += 1
    }
    return true
  }

  /// Whether one of the tokens of a list that white space parts is `token`, without regard to ASCII case.
  static func hasToken(_ token: Span<UInt8>, in list: Span<UInt8>) -> Bool {
    guard token.count > 0, list.count >= token.count else { return false }
    var start = 0
    while start < list.count {
      while start < list.count, list[start] <= 0x20 { start += 1 }
      var end = start
      while end < list.count, list[end] > 0x20 { end += 1 }
      if end - start == token.count, isAlike(list.extracting(start..<end), token) { return true }
      start = end
    }
    return false
  }

  /// Stands for bytes (FNV-1a).
  static func hash(_ bytes: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in bytes.indices { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3 }
    return hash
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    let small = byte | 0x20
    return small >= 0x61 && small <= 0x7A
  }
}

extension String {
  /// The words between ASCII white space.
  package var wordsOfASCII: [String] {
    utf8.split(whereSeparator: { $0 <= 0x20 }).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The same text with each run of white space, no-break space included, as one space, trimmed.
  package var foldingSpace: String {
    if isSpaceFolded { return self }
    let bytes = utf8.span
    let result = [UInt8](capacity: bytes.count) { result in
      var isPending = false
      var offset = 0
      while offset < bytes.count {
        let byte = bytes[offset]
        if byte <= 0x20 || byte == 0x7F {
          isPending = true
          offset += 1
        } else if byte == 0xC2, offset + 1 < bytes.count, bytes[offset + 1] == 0xA0 {
          isPending = true
          offset += 2
        } else {
          if isPending, result.count > 0 { result.append(0x20) }
          isPending = false
          result.append(byte)
          offset += 1
        }
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether ``foldingSpace`` would change nothing: single spaces at most, and none at the ends.
  private var isSpaceFolded: Bool {
    let bytes = utf8.span
    var previous: UInt8 = 0x20
    for offset in bytes.indices {
      let byte = bytes[offset]
      if byte < 0x20 || byte == 0x7F || byte == 0x20 && previous == 0x20 { return false }
      if byte == 0xA0, previous == 0xC2 { return false }
      previous = byte
    }
    return bytes.isEmpty || previous != 0x20
  }
}
