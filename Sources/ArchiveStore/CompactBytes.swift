/// Numbers and texts as byte strings.
///
/// Numbers are LEB128; texts are their UTF-8 with a count before them, one more than the count of bytes, 0 for none.
enum CompactBytes {
  static func append(_ number: Int, to bytes: inout [UInt8]) {
    var rest = UInt(max(0, number))
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7f) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  static func append(_ text: String?, to bytes: inout [UInt8]) {
    guard let text else { return append(0, to: &bytes) }
    append(text.utf8.count + 1, to: &bytes)
    bytes.append(contentsOf: text.utf8)
  }

  /// Eight bytes, the lowest first.
  static func append(bits: UInt64, to bytes: inout [UInt8]) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: bits >> shift))
    }
  }

  /// The eight bytes that start at an offset.
  static func bits(in bytes: Span<UInt8>, at offset: Int) -> UInt64 {
    var bits: UInt64 = 0
    for byte in 0..<8 { bits |= UInt64(bytes[offset + byte]) << UInt64(byte * 8) }
    return bits
  }

  /// Reads what was appended, in the same order; nil where the bytes end or are damaged.
  struct Reader {
    private let bytes: [UInt8]
    private var offset = 0

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
    }

    mutating func byte() -> UInt8? {
      guard offset < bytes.count else { return nil }
      offset += 1
      return bytes[offset - 1]
    }

    mutating func number() -> Int? {
      var number: UInt = 0
      var shift: UInt = 0
      while let byte = byte(), shift < 56 {
        number |= UInt(byte & 0x7f) << shift
        if byte < 0x80 { return Int(number) }
        shift += 7
      }
      return nil
    }

    mutating func bits() -> UInt64? {
      guard bytes.count - offset >= 8 else { return nil }
      defer { offset += 8 }
      return CompactBytes.bits(in: bytes.span, at: offset)
    }

    /// The outer optional is nil at the end, the inner one where no text was kept.
    mutating func text() -> String?? {
      guard let count = number() else { return nil }
      guard count > 0 else { return .some(nil) }
      guard count - 1 <= bytes.count - offset else { return nil }
      defer { offset += count - 1 }
      return String(decoding: bytes[offset..<(offset + count - 1)], as: UTF8.self)
    }
  }
}
