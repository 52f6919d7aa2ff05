/// Cuts long lists into runs that mostly stay as they are when elements come or go elsewhere in the list.
///
/// A list that is too long is cut in two before the element with the least hash in its middle half, and so are its
/// halves. What comes or goes moves the cuts around it; those further away move only where it has the least hash of many.
/// The same elements give the same cuts, whatever was there before.
enum StableCuts {
  /// The runs of a list, in order.
  ///
  /// - Parameters:
  ///   - hashes: One for each element, evenly spread.
  ///   - weights: How much each element counts; 1 where there are none.
  ///   - limit: How much the elements of a run count together at most, but for an element that counts more by itself.
  /// - Complexity: O(n log n).
  static func runs(of hashes: [UInt64], weights: [Int]? = nil, limit: Int) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var rest = hashes.isEmpty ? [] : [0..<hashes.count]
    while let range = rest.popLast() {
      let weight = weights.map { $0[range].reduce(0, +) } ?? range.count
      guard weight > limit, range.count > 1 else {
        runs.append(range)
        continue
      }
      let quarter = range.count / 4
      let middle =
        max(
          range.lowerBound + 1, range.lowerBound + quarter)..<max(
          range.lowerBound + 2, range.upperBound - quarter)
      let cut = middle.min { hashes[$0] < hashes[$1] } ?? middle.lowerBound
      rest.append(cut..<range.upperBound)
      rest.append(range.lowerBound..<cut)
    }
    return runs
  }
}

/// FNV-1a (Fowler, Noll, Vo), with the finish of SplitMix64, which spreads it over all bits.
struct StableHash {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Starts an empty hash.
  init() {}

  /// The hash of a text.
  init(_ text: String) {
    add(text)
  }

  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    add(0xff as UInt8)
  }

  mutating func add(_ number: Int64) {
    for shift in stride(from: Int64(0), to: 64, by: 8) {
      add(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  mutating func add(_ bytes: Span<UInt8>) {
    for index in bytes.indices { add(bytes[index]) }
    add(0xff as UInt8)
  }

  mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  var value: UInt64 {
    var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
