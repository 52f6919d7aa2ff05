/// A set of row ids as bits.
struct RowSet {
  private var words: [UInt64] = []
  /// How many it has.
  private(set) var count = 0

  func contains(_ row: Int64) -> Bool {
    let index = Int(row >> 6)
    return index < words.count && words[index] & (1 << UInt64(row & 63)) != 0
  }

  mutating func insert(_ row: Int64) {
    guard row >= 0 else { return }
    let index = Int(row >> 6)
    if index >= words.count {
      words += Array(repeating: 0, count: max(index + 1 - words.count, words.count))
    }
    let bit: UInt64 = 1 << UInt64(row & 63)
    if words[index] & bit == 0 {
      words[index] |= bit
      count += 1
    }
  }

  mutating func remove(_ row: Int64) {
    guard contains(row) else { return }
    words[Int(row >> 6)] &= ~(1 << UInt64(row & 63))
    count -= 1
  }

  /// Takes in all that another set has.
  mutating func formUnion(_ other: RowSet) {
    if other.words.count > words.count {
      words += Array(repeating: 0, count: other.words.count - words.count)
    }
    count = 0
    for index in words.indices {
      if index < other.words.count { words[index] |= other.words[index] }
      count += words[index].nonzeroBitCount
    }
  }

  /// Takes out all that another set has.
  mutating func subtract(_ other: RowSet) {
    count = 0
    for index in words.indices {
      if index < other.words.count { words[index] &= ~other.words[index] }
      count += words[index].nonzeroBitCount
    }
  }

  /// Keeps only what another set has too.
  mutating func formIntersection(_ other: RowSet) {
    count = 0
    for index in words.indices {
      words[index] &= index < other.words.count ? other.words[index] : 0
      count += words[index].nonzeroBitCount
    }
  }

  /// Its rows, ascending.
  var rows: [Int64] {
    var rows: [Int64] = []
    rows.reserveCapacity(count)
    for (index, word) in words.enumerated() {
      var word = word
      while word != 0 {
        rows.append(Int64(index << 6 + word.trailingZeroBitCount))
        word &= word - 1
      }
    }
    return rows
  }
}
