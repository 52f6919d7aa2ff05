/// Finds the values of a JSON text (RFC 8259 §2 to §7) in one pass with a stack of its own.
struct JSONScanner {
  private(set) var values: [JSONStorage.Value] = []
  private let bytes: [UInt8]
  private var offset = 0
  /// The open objects and arrays, by their number.
  private var open: [Int] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // A byte order mark is no part of the text (RFC 8259 §8.1).
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  /// Whether the bytes are one value and nothing else.
  mutating func scan() -> Bool {
    while true {
      guard values.count < JSONDocument.valueLimit, scanValue() else { return false }
      // A value ended, unless it is a container that opened: then its first element comes.
      if let last = open.last, last == values.count - 1, !closesAtOnce() {
        guard values[last].kind == .array || scanKey() else { return false }
        continue
      }
      while true {
        skipSpace()
        guard let container = open.last else { return offset == bytes.count }
        guard offset < bytes.count else { return false }
        let byte = bytes[offset]
        let isObject = values[container].kind == .object
        if byte == 0x2C {
          offset += 1
          guard !isObject || scanKey() else { return false }
          break
        }
        guard byte == (isObject ? 0x7D : 0x5D) else { return false }
        close()
      }
    }
  }

  private mutating func skipSpace() {
    while offset < bytes.count, bytes[offset] <= 0x20 { offset += 1 }
  }

  /// Whether the container that just opened is empty; closes it then.
  private mutating func closesAtOnce() -> Bool {
    guard let container = open.last else { return false }
    skipSpace()
    guard offset < bytes.count,
      bytes[offset] == (values[container].kind == .object ? 0x7D : 0x5D)
    else { return false }
    close()
    return true
  }

  private mutating func close() {
    offset += 1
    if let container = open.popLast() { values[container].end = Int32(values.count) }
  }

  private mutating func add(_ kind: JSONStorage.Kind, _ range: Range<Int>) {
    values.append(
      JSONStorage.Value(
        kind: kind, start: Int32(range.lowerBound), count: Int32(range.count),
        end: Int32(values.count + 1)))
  }

  private mutating func scanValue() -> Bool {
    skipSpace()
    guard offset < bytes.count else { return false }
    switch bytes[offset] {
    case 0x7B, 0x5B:
      guard open.count < JSONDocument.depthLimit else { return false }
      open.append(values.count)
      add(bytes[offset] == 0x7B ? .object : .array, offset..<offset)
      offset += 1
      return true
    case 0x22: return scanString()
    case 0x2D, 0x30...0x39: return scanNumber()
    case 0x74: return scanWord("true", .yes)
    case 0x66: return scanWord("false", .no)
    case 0x6E: return scanWord("null", .null)
    default: return false
    }
  }

  private mutating func scanKey() -> Bool {
    skipSpace()
    guard offset < bytes.count, bytes[offset] == 0x22, scanString() else { return false }
    skipSpace()
    guard offset < bytes.count, bytes[offset] == 0x3A else { return false }
    offset += 1
    return true
  }

  private mutating func scanString() -> Bool {
    let start = offset + 1
    var position = start
    var isEscaped = false
    while position < bytes.count, bytes[position] != 0x22 {
      if bytes[position] == 0x5C {
        isEscaped = true
        position += 1
      }
      position += 1
    }
    guard position < bytes.count else { return false }
    add(isEscaped ? .escapedString : .string, start..<position)
    offset = position + 1
    return true
  }

  private mutating func scanNumber() -> Bool {
    let start = offset
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: offset += 1
      default:
        add(.number, start..<offset)
        return true
      }
    }
    add(.number, start..<offset)
    return true
  }

  private mutating func scanWord(_ word: String, _ kind: JSONStorage.Kind) -> Bool {
    let end = offset + word.utf8.count
    guard end <= bytes.count, bytes[offset..<end].elementsEqual(word.utf8) else { return false }
    add(kind, offset..<end)
    offset = end
    return true
  }
}

/// The escapes of a JSON string (RFC 8259 §7).
enum JSONEscapes {
  /// Decodes them; half a surrogate pair becomes U+FFFD, an unknown escape its own letter.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var offset = bytes.startIndex
    while offset < bytes.endIndex {
      guard bytes[offset] == 0x5C, offset + 1 < bytes.endIndex else {
        result.append(bytes[offset])
        offset += 1
        continue
      }
      let letter = bytes[offset + 1]
      offset += 2
      switch letter {
      case 0x6E: result.append(0x0A)
      case 0x72: result.append(0x0D)
      case 0x74: result.append(0x09)
      case 0x62, 0x66: break
      case 0x75: result.append(contentsOf: String(scalar(bytes, &offset)).utf8)
      default: result.append(letter)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func scalar(_ bytes: ArraySlice<UInt8>, _ offset: inout Int) -> Unicode.Scalar {
    guard let first = unit(bytes, offset) else { return "\u{FFFD}" }
    offset += 4
    guard (0xD800..<0xDC00).contains(first), offset + 1 < bytes.endIndex, bytes[offset] == 0x5C,
      bytes[offset + 1] == 0x75, let second = unit(bytes, offset + 2),
      (0xDC00..<0xE000).contains(second)
    else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
    offset += 6
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
  }

  private static func unit(_ bytes: ArraySlice<UInt8>, _ offset: Int) -> UInt32? {
    guard offset + 4 <= bytes.endIndex else { return nil }
    var value: UInt32 = 0
    for byte in bytes[offset..<offset + 4] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x37)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x57)
      default: return nil
      }
    }
    return value
  }
}
