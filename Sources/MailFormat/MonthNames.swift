internal import SourceBytes

/// Names of months by their first three bytes in lower case.
///
/// English, as the RFCs ask; then what clients that translated the Date field wrote in German, French, Spanish, Portuguese,
/// Italian and Dutch, in UTF-8 or Latin-1 where a letter has a mark.
enum MonthNames {
  /// The month whose name stands at `start`, `size` bytes long.
  static func month(_ bytes: Span<UInt8>, at start: Int, byteCount size: Int) -> Int? {
    guard size >= 3, size <= 11 else { return nil }
    let key =
      UInt32(bytes[start].asciiLowercased) << 16 | UInt32(bytes[start + 1].asciiLowercased) << 8
      | UInt32(bytes[start + 2].asciiLowercased)
    switch key {
    case 0x6A616E, 0x656E65, 0x67656E: return 1
    case 0x666562, 0x66C3A9, 0x66E976, 0x666576: return 2
    case 0x6D6172, 0x6D7261, 0x6DE472, 0x6DC3A4, 0x6D6161: return 3
    case 0x617072, 0x617672, 0x616272: return 4
    case 0x6D6179, 0x6D6169, 0x6D6569, 0x6D6167: return 5
    case 0x6A756E, 0x676975: return 6
    case 0x6A756C, 0x6C7567: return 7
    case 0x6A7569:
      // juin and juillet differ in their fourth letter.
      guard size > 3 else { return nil }
      return bytes[start + 3].asciiLowercased == 0x6E ? 6 : 7
    case 0x617567, 0x616FC3, 0x616FFB, 0x616F75, 0x61676F: return 8
    case 0x736570, 0x736574: return 9
    case 0x6F6374, 0x6F6B74, 0x6F7474, 0x6F7574: return 10
    case 0x6E6F76: return 11
    case 0x646563, 0x64657A, 0x64C3A9, 0x64E963, 0x646963: return 12
    default: return nil
    }
  }
}
