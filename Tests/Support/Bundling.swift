/// A tar of regular files (POSIX ustar).
package func tar(_ members: [(path: String, bytes: [UInt8])]) -> [UInt8] {
  var archive: [UInt8] = []
  for member in members {
    var header = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, at offset: Int) {
      for (index, byte) in text.utf8.enumerated() { header[offset + index] = byte }
    }
    func octal(_ number: Int, _ digitCount: Int) -> String {
      let digits = String(number, radix: 8)
      return String(repeating: "0", count: max(0, digitCount - digits.utf8.count)) + digits
    }
    put(member.path, at: 0)
    put(octal(0o644, 7), at: 100)
    put(octal(0, 7), at: 108)
    put(octal(0, 7), at: 116)
    put(octal(member.bytes.count, 11), at: 124)
    put(octal(1_326_700_800, 11), at: 136)
    put("        0", at: 148)
    put("ustar\u{0}00", at: 257)
    put(octal(header.reduce(0) { $0 + Int($1) }, 6) + "\u{0} ", at: 148)
    archive += header + member.bytes
    archive += [UInt8](repeating: 0, count: (512 - member.bytes.count % 512) % 512)
  }
  return archive + [UInt8](repeating: 0, count: 1024)
}

/// A gzip member (RFC 1952) whose blocks are stored as they are (RFC 1951 §3.2.4).
///
/// - Parameter isWhole: Whether the last block says that it is the last, and the trailer follows.
package func gzip(_ content: [UInt8], isWhole: Bool = true) -> [UInt8] {
  var bytes: [UInt8] = [0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0, 0, 0xff]
  var start = 0
  repeat {
    let end = min(content.count, start + 0xffff)
    let size = UInt16(end - start)
    bytes += [isWhole && end == content.count ? 1 : 0]
    bytes += [size, ~size].flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
    bytes += content[start..<end]
    start = end
  } while start < content.count
  guard isWhole else { return bytes }
  for word in [checksum(content), UInt32(truncatingIfNeeded: content.count)] {
    bytes += (0..<4).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) }
  }
  return bytes
}

/// The CRC-32 of ISO 3309, which RFC 1952 §8 uses.
private func checksum(_ content: [UInt8]) -> UInt32 {
  var remainder: UInt32 = 0xffff_ffff
  for byte in content {
    remainder ^= UInt32(byte)
    for _ in 0..<8 {
      remainder = remainder & 1 == 1 ? remainder >> 1 ^ 0xedb8_8320 : remainder >> 1
    }
  }
  return ~remainder
}

/// Bytes that look random and are the same in each run.
package func noise(_ byteCount: Int) -> [UInt8] {
  var random = Dice(seed: 1)
  return (0..<byteCount).map { _ in UInt8(truncatingIfNeeded: random.next()) }
}

/// A source of numbers that is the same in each run (SplitMix64).
package struct Dice: RandomNumberGenerator {
  private var state: UInt64

  /// Starts at a seed.
  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ value >> 30) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ value >> 27) &* 0x94d0_49bb_1331_11eb
    return value ^ value >> 31
  }
}
