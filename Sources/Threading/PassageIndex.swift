/// Which posts hold the word sequences that other posts quote.
///
/// Only sequences that somebody may quote are kept, so its size follows that of the quotations.
struct PassageIndex {
  /// The posts that hold a sequence.
  struct Holders {
    /// Who wrote it, as indices of posts.
    var own: ArraySlice<Int32>
    /// Who quoted it at the first level.
    var quoted: ArraySlice<Int32>
  }

  /// A sequence that more authors wrote is a phrase and says nothing.
  static let ownLimit = 24
  /// A sequence that more posts quote says nothing about who is quoted.
  static let quotedLimit = 64

  private var slots = HashSlots()
  /// Bits that the wanted sequences below the length of a shingle set: they are few, so that most words of a text are
  /// done with here, without a look into the big table.
  private var shortFilter = [UInt64](repeating: 0, count: 1024)
  /// The lengths, below that of a shingle, at which sequences are wanted.
  private(set) var shortLengths: [Bool]
  private var found: [(slot: Int32, post: Int32, isQuoted: Bool)] = []
  private var ownStarts: [Int32] = []
  private var quotedStarts: [Int32] = []
  private var own: [Int32] = []
  private var quoted: [Int32] = []

  init() {
    shortLengths = [Bool](repeating: false, count: ScannedText.shingleLength)
  }

  /// Notes that a sequence is looked for.
  mutating func want(_ sequence: UInt64, length: Int) {
    slots.insert(sequence)
    guard length < ScannedText.shingleLength else { return }
    shortLengths[length] = true
    let bit = PassageIndex.shortBit(of: sequence)
    shortFilter[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  /// Notes the wanted sequences among a post's words; posts come in rising order.
  mutating func add(_ words: Range<Int>, of text: ScannedText, post: Int, isQuoted: Bool) {
    for length in 2...ScannedText.shingleLength where words.count >= length {
      let isShort = length < ScannedText.shingleLength
      guard !isShort || shortLengths[length] else { continue }
      for first in words.lowerBound...(words.upperBound - length) {
        let sequence = text.shingle(at: first, length: length)
        if isShort {
          let bit = PassageIndex.shortBit(of: sequence)
          guard shortFilter[bit >> 6] & (1 << UInt64(bit & 63)) != 0 else { continue }
        }
        guard let slot = slots[sequence] else { continue }
        found.append((slot, Int32(post), isQuoted))
      }
    }
  }

  private static func shortBit(of sequence: UInt64) -> Int {
    Int(truncatingIfNeeded: (sequence &* 0x9e37_79b9_7f4a_7c15) >> 48)
  }

  /// Makes the index ready to be asked.
  mutating func finish() {
    (ownStarts, own) = lists(isQuoted: false, limit: PassageIndex.ownLimit)
    (quotedStarts, quoted) = lists(isQuoted: true, limit: PassageIndex.quotedLimit)
    found = []
  }

  /// The posts that hold a sequence, each once, in rising order.
  func holders(of sequence: UInt64) -> Holders? {
    guard let slot = slots[sequence].map(Int.init) else { return nil }
    return Holders(
      own: own[Int(ownStarts[slot])..<Int(ownStarts[slot + 1])],
      quoted: quoted[Int(quotedStarts[slot])..<Int(quotedStarts[slot + 1])])
  }

  private func lists(isQuoted: Bool, limit: Int) -> (starts: [Int32], posts: [Int32]) {
    // One counting sort; what repeats within a post stands together and is dropped.
    var last = [Int32](repeating: -1, count: slots.count)
    var counts = [Int32](repeating: 0, count: slots.count)
    for item in found where item.isQuoted == isQuoted && last[Int(item.slot)] != item.post {
      last[Int(item.slot)] = item.post
      counts[Int(item.slot)] += 1
    }
    var starts = [Int32](repeating: 0, count: slots.count + 1)
    for slot in counts.indices {
      starts[slot + 1] = starts[slot] + (counts[slot] > limit ? 0 : counts[slot])
    }
    var posts = [Int32](repeating: 0, count: Int(starts[slots.count]))
    var next = starts
    last = [Int32](repeating: -1, count: slots.count)
    for item in found where item.isQuoted == isQuoted {
      let slot = Int(item.slot)
      guard counts[slot] <= limit, last[slot] != item.post else { continue }
      last[slot] = item.post
      posts[Int(next[slot])] = item.post
      next[slot] += 1
    }
    return (starts, posts)
  }
}

/// Numbers the distinct hashes that it was given, in the order of their coming.
struct HashSlots {
  private struct Place {
    var key: UInt64 = 0
    /// The number of the key; -1 in a place that is free.
    var number: Int32 = -1
  }

  /// How many there are.
  private(set) var count = 0
  private var places: [Place]
  private var mask: Int
  /// One bit of four for each place of the table, set where some key falls.
  ///
  /// Most sequences of a text were quoted by nobody; this is small enough for a cache near the core to say so.
  private var filter: [UInt64]
  /// Drawn anew for each table, so that nobody can prepare input that collides.
  ///
  /// It never shows: numbers follow the
  /// order of insertion.
  private let seed = UInt64.random(in: .min ... .max) | 1

  init() {
    places = [Place](repeating: Place(), count: 1024)
    filter = [UInt64](repeating: 0, count: HashSlots.filterWordCount(1024))
    mask = 1023
  }

  subscript(key: UInt64) -> Int32? {
    let mixed = mix(key)
    let bit = filterBit(of: mixed)
    guard filter[bit >> 6] & (1 << UInt64(bit & 63)) != 0 else { return nil }
    var place = Int(truncatingIfNeeded: mixed) & mask
    while places[place].number >= 0 {
      if places[place].key == key { return places[place].number }
      place = (place + 1) & mask
    }
    return nil
  }

  mutating func insert(_ key: UInt64) {
    guard self[key] == nil, count < Int(Int32.max) else { return }
    if count * 8 >= places.count * 5 { grow() }
    put(Place(key: key, number: Int32(count)))
    count += 1
  }

  private func mix(_ key: UInt64) -> UInt64 {
    let product = key.multipliedFullWidth(by: seed)
    return product.high ^ product.low
  }

  /// How many words of 64 bits the filter of a table has: four bits for each place.
  private static func filterWordCount(_ placeCount: Int) -> Int { placeCount / 16 }

  /// From other bits of the hash than the place.
  private func filterBit(of mixed: UInt64) -> Int {
    Int(truncatingIfNeeded: mixed >> 30) & (filter.count * 64 - 1)
  }

  private mutating func put(_ new: Place) {
    let mixed = mix(new.key)
    let bit = filterBit(of: mixed)
    filter[bit >> 6] |= 1 << UInt64(bit & 63)
    var place = Int(truncatingIfNeeded: mixed) & mask
    while places[place].number >= 0 { place = (place + 1) & mask }
    places[place] = new
  }

  private mutating func grow() {
    let old = places
    // A big table is better tight: it takes its time from caches that it does not fit.
    places = [Place](repeating: Place(), count: old.count * (old.count < 1 << 16 ? 4 : 2))
    mask = places.count - 1
    filter = [UInt64](repeating: 0, count: HashSlots.filterWordCount(places.count))
    for place in old where place.number >= 0 { put(place) }
  }
}
