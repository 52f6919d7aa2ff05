/// Comparisons of ASCII bytes without regard to case.
enum ASCII {
  static func lower(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }

  static func equal(_ bytes: ArraySlice<UInt8>, _ text: String) -> Bool {
    guard bytes.count == text.utf8.count else { return false }
    return zip(bytes, text.utf8).allSatisfy { lower($0) == lower($1) }
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
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    var pending = false
    var previous: UInt8 = 0
    for byte in utf8 {
      if byte == 0xA0, previous == 0xC2 {
        result.removeLast()
        pending = true
        previous = 0
        continue
      }
      if byte <= 0x20 || byte == 0x7F {
        pending = true
        previous = 0
        continue
      }
      // The lead byte of a no-break space is not known as such yet; a held space waits before it.
      if pending, !result.isEmpty, result.last != 0x20 { result.append(0x20) }
      pending = false
      result.append(byte)
      previous = byte
    }
    while result.last == 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }
}
