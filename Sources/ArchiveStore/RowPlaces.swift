/// Where the rows of a table stand in an array: 4 bytes for each row up to the last.
struct RowPlaces {
  private var places: [Int32] = []

  /// The place of a row; nil for one that was not set.
  subscript(row: Int64) -> Int? {
    get {
      guard row >= 0, row < places.count, places[Int(row)] >= 0 else { return nil }
      return Int(places[Int(row)])
    }
    set {
      guard row >= 0, let index = Int(exactly: row) else { return }
      if index >= places.count {
        places += Array(repeating: -1, count: max(index + 1 - places.count, places.count))
      }
      places[index] = newValue.map { Int32($0) } ?? -1
    }
  }
}
