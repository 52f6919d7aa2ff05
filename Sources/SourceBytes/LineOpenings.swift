/// Up to three pairs of bytes with which lines begin that are looked for among many others.
package struct LineOpenings: Sendable {
  private let first: (UInt8, UInt8)
  private let second: (UInt8, UInt8)
  private let third: (UInt8, UInt8)
  private let isOne: Bool

  /// Takes over pairs.
  package init(
    _ first: (UInt8, UInt8), _ second: (UInt8, UInt8)? = nil, _ third: (UInt8, UInt8)? = nil
  ) {
    self.first = first
    self.second = second ?? first
    self.third = third ?? first
    isOne = second == nil && third == nil
  }

  /// The first line behind the one at `start` that begins with a pair, pair and all before `end`.
  ///
  /// - Complexity: One pass, a block of bytes at a time.
  package func firstLine(in bytes: Span<UInt8>, after start: Int, before end: Int) -> Int? {
    precondition(start >= 0 && end <= bytes.count)
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return nil }
      let size = LineOpenings.blockByteCount
      // A line feed lies in a block, the pair behind it in the two bytes behind the block as well.
      let last = end - 2 - size
      var offset = start
      while offset <= last {
        if unsafe leastDifference(inBlockFrom: base + offset) == 0,
          let line = unsafe firstLine(base, from: offset, to: offset &+ size)
        {
          return line
        }
        offset &+= size
      }
      // The rest is the end of a block that begins earlier.
      if last >= start, unsafe leastDifference(inBlockFrom: base + last) != 0 { return nil }
      return unsafe firstLine(base, from: offset, to: end &- 2)
    }
  }

  private static let blockByteCount = 128

  /// Zero where a byte of a block is a line feed with a pair behind it, and only there.
  private func leastDifference(inBlockFrom base: UnsafePointer<UInt8>) -> UInt8 {
    var least = UInt8.max
    // Neither branches nor checks within, so that a compiler takes sixteen bytes at once.
    if isOne {
      for index in 0..<LineOpenings.blockByteCount {
        let feed = unsafe base[index] ^ 0x0A
        let (one, two) = unsafe (base[index &+ 1], base[index &+ 2])
        least = min(least, feed | (one ^ first.0) | (two ^ first.1))
      }
      return least
    }
    for index in 0..<LineOpenings.blockByteCount {
      let feed = unsafe base[index] ^ 0x0A
      let (one, two) = unsafe (base[index &+ 1], base[index &+ 2])
      let isFirst = (one ^ first.0) | (two ^ first.1)
      let isSecond = (one ^ second.0) | (two ^ second.1)
      let isThird = (one ^ third.0) | (two ^ third.1)
      least = min(least, feed | min(isFirst, min(isSecond, isThird)))
    }
    return least
  }

  private func firstLine(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int? {
    var index = start
    while index < end {
      if unsafe base[index] == 0x0A {
        let pair = unsafe (base[index &+ 1], base[index &+ 2])
        if pair == first || pair == second || pair == third { return index + 1 }
      }
      index &+= 1
    }
    return nil
  }
}
