/// A set of ASCII bytes; what is beyond ASCII is left out.
package struct ASCIISet: Sendable, Hashable {
  @usableFromInline package var low: UInt64 = 0
  @usableFromInline package var high: UInt64 = 0

  /// A set of no bytes.
  @inlinable package init() {}

  /// A set of some bytes.
  package init(_ bytes: UInt8...) {
    for byte in bytes { insert(byte) }
  }

  /// Adds a byte.
  @inlinable package mutating func insert(_ byte: UInt8) {
    let bit: UInt64 = 1 &<< UInt64(byte)
    low |= byte < 64 ? bit : 0
    high |= byte & 0xC0 == 64 ? bit : 0
  }

  /// Whether a byte is in it.
  @inlinable package func contains(_ byte: UInt8) -> Bool {
    let half = byte < 64 ? low : byte < 128 ? high : 0
    return half & 1 &<< UInt64(byte) != 0
  }
}
