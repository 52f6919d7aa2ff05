/// What bytes tell about their own encoding.
extension Charset {
  /// Whether `bytes` are well-formed UTF-8.
  package static func isUTF8(_ bytes: Span<UInt8>) -> Bool {
    (try? UTF8Span(validating: bytes)) != nil
  }

  /// Whether an escape sequence of ISO-2022-JP occurs (RFC 1468; RFC 1554 for the longer ones).
  package static func hasJapaneseEscapes(_ bytes: Span<UInt8>) -> Bool {
    var from = 0
    while let hit = bytes.firstOffset(of: 0x1B, from: from, to: bytes.count) {
      if hit + 2 < bytes.count {
        let (first, second) = (bytes[hit + 1], bytes[hit + 2])
        if first == 0x24, second == 0x40 || second == 0x42 || second == 0x28 { return true }
        if first == 0x28, second == 0x4A || second == 0x49 { return true }
      }
      from = hit + 1
    }
    return false
  }

  /// Reads each line as UTF-8 where it fits; the others in the charset that their bytes suggest.
  ///
  /// One body often joins lines of several writers, each with his own charset. A line that holds well-formed
  /// sequences of UTF-8 beside broken ones is read as UTF-8 with replacements.
  static func decodeByLines(_ bytes: Span<UInt8>, isMislabelled: Bool) -> Transcoded {
    var result = Transcoded(utf8: [], isMislabelled: isMislabelled)
    result.utf8.reserveCapacity(bytes.count + bytes.count / 4)
    // Lines of one writer stand together: a run of lines that are no UTF-8 is judged as one.
    var run: Range<Int>?
    func endRun() {
      guard let range = run else { return }
      run = nil
      let charset = LegacyCensus(of: bytes, in: range).charset
      var start = range.lowerBound
      while start < range.upperBound {
        let next = bytes.nextLine(from: start, to: range.upperBound)
        let line = bytes.extracting(start..<next)
        if isUTF8(line) {
          result.utf8.append(contentsOf: line, in: 0..<line.count)
        } else {
          decodeLine(line, as: charset, into: &result)
        }
        start = next
      }
    }
    var start = 0
    while start < bytes.count {
      let next = bytes.nextLine(from: start, to: bytes.count)
      let line = bytes.extracting(start..<next)
      if isUTF8(line) {
        // Lines in ASCII tell nothing: they do not end a run, so that what lies around them is judged together.
        let isPlain = !ByteCensus(of: line).hasHighBytes
        if isPlain, let open = run {
          run = open.lowerBound..<next
        } else {
          endRun()
          result.utf8.append(contentsOf: line, in: 0..<line.count)
        }
      } else {
        run = (run?.lowerBound ?? start)..<next
      }
      start = next
    }
    endRun()
    return result
  }

  private static func decodeLine(
    _ line: Span<UInt8>, as charset: LegacyCensus.Charset, into result: inout Transcoded
  ) {
    if charset != .western, let decoded = IconvDecoder.decode(line, from: charset.rawValue),
      decoded.lost == 0
    {
      result.utf8.append(contentsOf: decoded.utf8)
    } else if holdsMultibyteUTF8(line) {
      let text = String(decoding: Array(copying: line), as: UTF8.self)
      let hadOwn = line.firstOffset(of: "\u{FFFD}", in: 0..<line.count) != nil
      result.lost += hadOwn ? 1 : text.unicodeScalars.count { $0 == "\u{FFFD}" }
      result.utf8.append(contentsOf: text.utf8)
    } else if let decoded = IconvDecoder.decode(line, from: "CP1252") {
      result.lost += decoded.lost
      result.utf8.append(contentsOf: decoded.utf8)
    }
  }

  /// Whether the line has as many well-formed multi-byte sequences as broken bytes, and at least one.
  private static func holdsMultibyteUTF8(_ line: Span<UInt8>) -> Bool {
    var wellFormed = 0
    var broken = 0
    var index = 0
    while index < line.count {
      let size = sequenceLength(line, at: index)
      if size > 1 { wellFormed += 1 } else if size == 0 { broken += 1 }
      index += max(size, 1)
      // A sequence that was cut short is broken once.
      while size == 0, index < line.count, line[index] & 0xC0 == 0x80 { index += 1 }
    }
    return wellFormed > 0 && wellFormed >= broken
  }

  /// The size of the well-formed sequence at `index`; 0 where there is none.
  private static func sequenceLength(_ bytes: Span<UInt8>, at index: Int) -> Int {
    let lead = bytes[index]
    let size: Int
    switch lead {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: size = 2
    case 0xE0...0xEF: size = 3
    case 0xF0...0xF4: size = 4
    default: return 0
    }
    guard index + size <= bytes.count else { return 0 }
    for offset in 1..<size where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
    return size
  }
}

/// A byte order mark at the start of a text.
struct ByteOrderMark {
  let label: String
  let byteCount: Int

  init?(of bytes: Span<UInt8>) {
    func starts(_ mark: [UInt8]) -> Bool { bytes.hasBytes(mark, at: 0) }
    if starts([0xEF, 0xBB, 0xBF]) {
      (label, byteCount) = ("utf-8", 3)
    } else if starts([0xFF, 0xFE, 0, 0]) {
      (label, byteCount) = ("utf-32le", 4)
    } else if starts([0, 0, 0xFE, 0xFF]) {
      (label, byteCount) = ("utf-32be", 4)
    } else if starts([0xFF, 0xFE]) {
      (label, byteCount) = ("utf-16le", 2)
    } else if starts([0xFE, 0xFF]) {
      (label, byteCount) = ("utf-16be", 2)
    } else {
      return nil
    }
  }
}
