/// Text as every format hands it on: LF line ends, and no control characters but tab and newline.
public enum ReadableText {
  /// Cleans a string.
  ///
  /// CRLF, a lone CR and U+0085 become LF; other control characters (C0, DEL, C1), U+FEFF and NUL are dropped.
  ///
  /// - Complexity: O(n); a string that is clean already is returned as it is.
  public static func clean(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard let cleaned = cleaned(bytes.span) else { return text }
    return String(decoding: cleaned, as: UTF8.self)
  }

  /// Cleans UTF-8 and makes the string of it.
  package static func string(fromUTF8 bytes: Span<UInt8>) -> String {
    guard let cleaned = cleaned(bytes) else { return bytes.string(in: 0..<bytes.count) }
    return String(decoding: cleaned, as: UTF8.self)
  }

  /// Cleans UTF-8.
  ///
  /// - Returns: nil where nothing had to change.
  package static func cleaned(_ bytes: Span<UInt8>) -> [UInt8]? {
    let census = ByteCensus(of: bytes)
    guard census.hasControls || (census.hasHighBytes && hasOddScalars(bytes)) else { return nil }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    var plainStart = 0
    while index < bytes.count {
      let (size, replacement) = oddity(bytes, at: index)
      guard size > 0 else {
        index += 1
        continue
      }
      output.append(contentsOf: bytes, in: plainStart..<index)
      if let replacement { output.append(replacement) }
      index += size
      plainStart = index
    }
    output.append(contentsOf: bytes, in: plainStart..<bytes.count)
    return output
  }

  /// Whether a C1 control or U+FEFF occurs.
  private static func hasOddScalars(_ bytes: Span<UInt8>) -> Bool {
    var from = 0
    while let hit = bytes.firstOffset(of: 0xC2, from: from, to: bytes.count) {
      if hit + 1 < bytes.count, bytes[hit + 1] <= 0x9F { return true }
      from = hit + 1
    }
    from = 0
    while let hit = bytes.firstOffset(of: 0xEF, from: from, to: bytes.count) {
      if hit + 2 < bytes.count, bytes[hit + 1] == 0xBB, bytes[hit + 2] == 0xBF { return true }
      from = hit + 1
    }
    return false
  }

  /// How many bytes at `index` must go, and the byte that takes their place; 0 for what may stay.
  private static func oddity(
    _ bytes: Span<UInt8>, at index: Int
  ) -> (size: Int, replacement: UInt8?) {
    let byte = bytes[index]
    switch byte {
    case 0x09, 0x0A: return (0, nil)
    case 0x0D:
      let isPair = index + 1 < bytes.count && bytes[index + 1] == 0x0A
      return (isPair ? 2 : 1, 0x0A)
    case 0x00...0x1F, 0x7F: return (1, nil)
    case 0xC2:
      guard index + 1 < bytes.count, (0x80...0x9F).contains(bytes[index + 1]) else {
        return (0, nil)
      }
      return (2, bytes[index + 1] == 0x85 ? 0x0A : nil)
    case 0xEF:
      guard index + 2 < bytes.count, bytes[index + 1] == 0xBB, bytes[index + 2] == 0xBF else {
        return (0, nil)
      }
      return (3, nil)
    default: return (0, nil)
    }
  }
}
