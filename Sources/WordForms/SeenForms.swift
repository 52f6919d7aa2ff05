/// Hashes of the words that were met, in a table of open places that forgets all when it is full.
///
/// 64 bits make a false memory less likely than one in a million for a million forms.
public struct SeenForms: Sendable {
  private var places = [UInt64](repeating: 0, count: 1 << 12)
  private var count = 0

  private let placeLimit: Int

  /// Nothing was met yet.
  ///
  /// - Parameter placeLimit: How many places of 8 bytes it may take, a power of two; half of them are filled.
  public init(placeLimit: Int = 1 << 21) {
    self.placeLimit = placeLimit
  }

  /// Where the hash of a word begins, so that languages do not meet.
  public static func seed(language: String) -> UInt64 {
    language.utf8.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
  }

  /// Remembers a hash; false where it was remembered before.
  ///
  /// - Complexity: O(1) on average.
  public mutating func insert(_ hash: UInt64) -> Bool {
    let value = hash == 0 ? 1 : hash
    var index = place(of: value)
    while places[index] != 0 {
      if places[index] == value { return false }
      index = (index + 1) & (places.count - 1)
    }
    places[index] = value
    count += 1
    if count * 2 > places.count { grow() }
    return true
  }

  private func place(of value: UInt64) -> Int {
    Int(truncatingIfNeeded: (value ^ value >> 29) &* 0x9e37_79b9_7f4a_7c15 >> 32)
      & (places.count - 1)
  }

  private mutating func grow() {
    let old = places
    count = 0
    guard old.count < placeLimit else {
      places = [UInt64](repeating: 0, count: 1 << 12)
      return
    }
    places = [UInt64](repeating: 0, count: old.count * 2)
    for value in old where value != 0 {
      var index = place(of: value)
      while places[index] != 0 { index = (index + 1) & (places.count - 1) }
      places[index] = value
      count += 1
    }
  }
}
