/// Takes UTF-8 apart into what a text writer tells apart: white space, noise, and runs of the rest.
struct CharacterReader {
  enum Piece: Equatable {
    case space
    case tab
    case lineFeed
    /// A control or other character that nobody sees.
    case nothing
    /// A run that is copied as it stands: words with single blanks between them.
    case bytes(Range<Int>)
    /// A character that stands for another one: C1 controls that mean Windows-1252.
    case replaced(Unicode.Scalar)
  }

  private let bytes: ArraySlice<UInt8>
  private var offset: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    self.offset = bytes.startIndex
  }

  mutating func next() -> Piece? {
    guard offset < bytes.endIndex else { return nil }
    let byte = bytes[offset]
    if let piece = control(byte) {
      offset += 1
      return piece
    }
    if byte == 0xC2, let piece = latin() { return piece }
    if byte == 0xE2, let piece = separator() { return piece }
    if byte == 0xEF, offset + 2 < bytes.endIndex, bytes[offset + 1] == 0xBB,
      bytes[offset + 2] == 0xBF
    {
      offset += 3
      return .nothing
    }
    let start = offset
    offset += 1
    while offset < bytes.endIndex {
      if Self.isOrdinary(bytes[offset]) {
        offset += 1
      } else if bytes[offset] == 0x20, offset + 1 < bytes.endIndex,
        Self.isOrdinary(bytes[offset + 1])
      {
        offset += 2
      } else {
        break
      }
    }
    return .bytes(start..<offset)
  }

  /// Whether nothing but a copy can become of a byte.
  private static func isOrdinary(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != 0x7F && byte != 0xC2 && byte != 0xE2 && byte != 0xEF
  }

  private func control(_ byte: UInt8) -> Piece? {
    switch byte {
    case 0x20: .space
    case 0x0A: .lineFeed
    case 0x09: .tab
    case 0x0D: carriageReturn
    case 0x0B, 0x0C: .space
    case 0..<0x20, 0x7F: .nothing
    default: nil
    }
  }

  /// CR LF is one line end, which the LF gives; a lone CR is one too.
  private var carriageReturn: Piece {
    offset + 1 < bytes.endIndex && bytes[offset + 1] == 0x0A ? .nothing : .lineFeed
  }

  /// U+0080 to U+00A0: numeric references to Windows-1252, and the no-break space.
  private mutating func latin() -> Piece? {
    guard offset + 1 < bytes.endIndex else { return nil }
    let second = bytes[offset + 1]
    guard second <= 0xA0 || second == 0xAD else { return nil }
    offset += 2
    if second == 0xA0 { return .space }
    if second == 0xAD { return .nothing }
    let value = Self.windows1252[Int(second - 0x80)]
    return value == 0 ? .nothing : Unicode.Scalar(value).map { .replaced($0) } ?? .nothing
  }

  /// Line and paragraph separators, and invisible marks at U+2028, U+2029 and U+200B.
  private mutating func separator() -> Piece? {
    guard offset + 2 < bytes.endIndex, bytes[offset + 1] == 0x80 else { return nil }
    switch bytes[offset + 2] {
    case 0xA8, 0xA9:
      offset += 3
      return .lineFeed
    case 0x8B:
      offset += 3
      return .nothing
    default: return nil
    }
  }

  /// What 0x80 to 0x9F are in Windows-1252; 0 where it has no character.
  private static let windows1252: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}
