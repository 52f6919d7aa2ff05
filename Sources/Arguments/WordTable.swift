/// A table by hashes of words.
///
/// The hashes are spread already, so that they are not hashed again as `Dictionary` would.
struct WordTable<Value: Sendable>: Sendable {
  private var keys: [UInt64]
  private var values: [Value?]
  private var mask: Int
  private(set) var count = 0

  /// An empty table.
  ///
  /// - Parameter capacity: How many words are expected.
  init(capacity: Int = 8) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    values = [Value?](repeating: nil, count: size)
    mask = size - 1
  }

  /// The value of a word; nil where it has none.
  @inline(__always)
  subscript(_ key: UInt64) -> Value? {
    get { values[place(key)] }
    set {
      if count * 2 > mask { grow() }
      let place = place(key)
      if values[place] == nil { count += 1 }
      keys[place] = key
      values[place] = newValue
    }
  }

  /// All values, in no order.
  mutating func update(_ body: (inout Value) -> Void) {
    for index in values.indices where values[index] != nil {
      if var value = values[index] {
        body(&value)
        values[index] = value
      }
    }
  }

  @inline(__always)
  private func place(_ key: UInt64) -> Int {
    // The low bits of FNV-1a depend on the last letters most.
    var place = Int(truncatingIfNeeded: key ^ (key >> 29)) & mask
    while values[place] != nil, keys[place] != key { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    var larger = WordTable(capacity: (mask + 1) * 2)
    for index in values.indices {
      if let value = values[index] { larger[keys[index]] = value }
    }
    self = larger
  }
}

/// A set of hashes of words.
struct WordSet: Sendable {
  private var keys: [UInt64]
  private var mask: Int
  private(set) var count = 0

  init(capacity: Int = 8) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    mask = size - 1
  }

  /// The hashes of some words.
  init(_ words: some Sequence<Substring>) {
    self.init()
    for word in words { insert(Hashing.of(word.utf8)) }
  }

  /// Takes a hash in; says whether it was not there.
  @discardableResult
  mutating func insert(_ key: UInt64) -> Bool {
    if count * 2 > mask { grow() }
    let place = place(key)
    guard keys[place] == 0 else { return false }
    keys[place] = key | (key == 0 ? 1 : 0)
    count += 1
    return true
  }

  @inline(__always)
  func contains(_ key: UInt64) -> Bool { keys[place(key)] != 0 }

  @inline(__always)
  private func place(_ key: UInt64) -> Int {
    let key = key == 0 ? 1 : key
    var place = Int(truncatingIfNeeded: key ^ (key >> 29)) & mask
    while keys[place] != 0, keys[place] != key { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    var larger = WordSet(capacity: (mask + 1) * 2)
    for key in keys where key != 0 { larger.insert(key) }
    self = larger
  }
}
