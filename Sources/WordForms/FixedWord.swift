/// A word in a place of fixed size: what does not fit is left out, whole scalars at a time.
public struct FixedWord: Sendable {
  private var bytes = InlineArray<72, UInt8>(repeating: 0)
  /// How many bytes it has.
  public private(set) var count = 0
  private var isFull = false

  /// Makes an empty word.
  public init() {}

  /// Lends its bytes, UTF-8.
  public func withBytes<Result>(_ body: (Span<UInt8>) throws -> Result) rethrows -> Result {
    try body(bytes.span.extracting(0..<count))
  }

  /// The word as a string.
  public var text: String {
    var text: [UInt8] = []
    text.reserveCapacity(count)
    for index in 0..<count { text.append(bytes[index]) }
    return String(decoding: text, as: UTF8.self)
  }

  /// The byte at an offset below ``count``.
  public subscript(index: Int) -> UInt8 { bytes[index] }

  /// A hash of its bytes that starts from `seed` (FNV-1a).
  public func hash(from seed: UInt64) -> UInt64 {
    FixedWord.hash(bytes.span.extracting(0..<count), from: seed)
  }

  /// The same of bytes that were taken out of a word.
  public static func hash(_ bytes: Span<UInt8>, from seed: UInt64) -> UInt64 {
    var hash = seed
    for index in bytes.indices { hash = (hash ^ UInt64(bytes[index])) &* 1_099_511_628_211 }
    return hash
  }

  mutating func removeAll() {
    count = 0
    isFull = false
  }

  mutating func append(_ byte: UInt8) {
    guard !isFull, count < WordScanner.byteLimit else {
      isFull = true
      return
    }
    bytes[count] = byte
    count += 1
  }

  mutating func append(scalar value: UInt32) {
    let size = value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4
    guard !isFull, count + size <= WordScanner.byteLimit else {
      isFull = true
      return
    }
    switch size {
    case 1: append(UInt8(value))
    case 2:
      append(UInt8(0xc0 | value >> 6))
      append(UInt8(0x80 | value & 0x3f))
    case 3:
      append(UInt8(0xe0 | value >> 12))
      append(UInt8(0x80 | value >> 6 & 0x3f))
      append(UInt8(0x80 | value & 0x3f))
    default:
      append(UInt8(0xf0 | value >> 18 & 7))
      append(UInt8(0x80 | value >> 12 & 0x3f))
      append(UInt8(0x80 | value >> 6 & 0x3f))
      append(UInt8(0x80 | value & 0x3f))
    }
  }

  mutating func prepend(_ byte: UInt8) {
    guard count < WordScanner.byteLimit else { return }
    var index = count
    while index > 0 {
      bytes[index] = bytes[index - 1]
      index -= 1
    }
    bytes[0] = byte
    count += 1
  }
}
