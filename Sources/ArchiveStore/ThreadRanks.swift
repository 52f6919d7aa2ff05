/// Numbers that put threads into reading order and leave room between them, so that one more thread moves no other.
enum ThreadRanks {
  /// How far apart threads are numbered where nothing stands between them.
  static let spacing: Int64 = 1 << 20

  /// The number of the first post of each thread; those of the others follow it.
  ///
  /// - Parameters:
  ///   - known: What the first post of each thread was numbered before, thread by thread in reading order.
  ///   - sizes: How many posts each has.
  /// - Returns: Rising numbers, as few of them other than before as possible; all anew where there is no room.
  /// - Complexity: O(n log n).
  static func bases(keeping known: [Int64?], sizes: [Int]) -> [Int64] {
    var bases = known
    let kept = risingPlaces(known)
    var next = kept.startIndex
    var place = 0
    while place < known.count {
      if next < kept.endIndex, kept[next] == place {
        if place > 0, let before = bases[place - 1], let own = bases[place],
          before + Int64(sizes[place - 1]) > own
        {
          return anew(sizes)
        }
        next += 1
        place += 1
        continue
      }
      let end = next < kept.endIndex ? kept[next] : known.count
      let below = place > 0 ? bases[place - 1].map { $0 + Int64(sizes[place - 1]) } : nil
      let above = end < known.count ? known[end] : nil
      guard let first = firstBase(sizes[place..<end], below: below, above: above) else {
        return anew(sizes)
      }
      var base = first.base
      for index in place..<end {
        bases[index] = base
        base += Int64(sizes[index]) + first.step
      }
      place = end
    }
    return bases.compactMap(\.self)
  }

  /// Where the first of some new threads starts, and how much room follows each; nil where there is none.
  private static func firstBase(
    _ sizes: ArraySlice<Int>, below: Int64?, above: Int64?
  ) -> (base: Int64, step: Int64)? {
    let total = sizes.reduce(Int64(0)) { $0 + Int64($1) }
    switch (below, above) {
    case (nil, nil): return (0, spacing)
    case (let below?, nil): return (below + spacing, spacing)
    case (nil, let above?): return (above - total - Int64(sizes.count) * spacing, spacing)
    case (let below?, let above?):
      guard above - below >= total else { return nil }
      let step = (above - below - total) / Int64(sizes.count + 1)
      return (below + step, step)
    }
  }

  private static func anew(_ sizes: [Int]) -> [Int64] {
    var base: Int64 = 0
    return sizes.map { size in
      defer { base += Int64(size) + spacing }
      return base
    }
  }

  /// The places of the longest rising part of the numbers (Fredman 1975, "On computing the length of longest increasing
  /// subsequences").
  private static func risingPlaces(_ numbers: [Int64?]) -> [Int] {
    /// For each length the place where a rising part of it ends with the least number.
    var ends: [Int] = []
    var before = [Int](repeating: -1, count: numbers.count)
    for (place, number) in numbers.enumerated() {
      guard let number else { continue }
      var (low, high) = (0, ends.count)
      // Mostly they rise anyway.
      if let last = ends.last, let least = numbers[last], least < number { low = high }
      while low < high {
        let middle = (low + high) / 2
        if let end = numbers[ends[middle]], end < number { low = middle + 1 } else { high = middle }
      }
      if low > 0 { before[place] = ends[low - 1] }
      if low == ends.count { ends.append(place) } else { ends[low] = place }
    }
    var places: [Int] = []
    var place = ends.last ?? -1
    while place >= 0 {
      places.append(place)
      place = before[place]
    }
    return places.reversed()
  }
}
