/// A linear model of several classes over binary features that are known by their hash.
///
/// Weights come as text, one or more entries a line: `name|w0|w1|…` in hundredths, one weight for each class; `*` is
/// what each class starts with.
struct LinearModel: Sendable {
  /// How many classes there are.
  let classCount: Int
  private var keys: [UInt64]
  private var rows: [Int32]
  private var weights: [Float] = []
  private var start: [Float]
  private let mask: Int

  /// Reads the weights.
  init(classCount: Int, table: String) {
    self.classCount = classCount
    start = [Float](repeating: 0, count: classCount)
    var entries: [(UInt64, [Float])] = []
    for line in table.utf8.split(separator: UInt8(ascii: "\n")) {
      for entry in line.split(separator: UInt8(ascii: " ")) {
        let parts = entry.split(separator: UInt8(ascii: "|"))
        guard parts.count == classCount + 1 else {
          preconditionFailure("a model entry has \(parts.count) parts: \(Substring(entry))")
        }
        let values = parts[1...].map { (Float(Substring($0)) ?? 0) / 100 }
        if parts[0].elementsEqual("*".utf8) {
          start = values
        } else {
          entries.append((Hashing.of(parts[0]), values))
        }
      }
    }
    var size = 16
    while size < entries.count * 4 { size *= 2 }
    mask = size - 1
    keys = [UInt64](repeating: 0, count: size)
    rows = [Int32](repeating: -1, count: size)
    weights.reserveCapacity(entries.count * classCount)
    for (row, (hash, values)) in entries.enumerated() {
      var place = Int(truncatingIfNeeded: hash) & mask
      while rows[place] >= 0, keys[place] != hash { place = (place + 1) & mask }
      keys[place] = hash
      rows[place] = Int32(row)
      weights += values
    }
  }

  /// How many features have weights.
  var rowCount: Int { weights.count / classCount }

  /// The row of a feature; nil where the model does not know it.
  func row(_ hash: UInt64) -> Int? {
    var place = Int(truncatingIfNeeded: hash) & mask
    while rows[place] >= 0 {
      if keys[place] == hash { return Int(rows[place]) }
      place = (place + 1) & mask
    }
    return nil
  }

  /// The weight of a row for a class.
  func weight(_ row: Int, _ index: Int) -> Float { weights[row * classCount + index] }

  /// The probability of each class, given the rows of the features that hold.
  func probabilities(_ rows: [Int]) -> [Float] {
    var scores = start
    for row in rows {
      for index in 0..<classCount { scores[index] += weights[row * classCount + index] }
    }
    let top = scores.max() ?? 0
    var sum: Float = 0
    for index in scores.indices {
      scores[index] = Exponential.of(scores[index] - top)
      sum += scores[index]
    }
    return scores.map { $0 / sum }
  }
}

/// `exp` without Foundation: the same bits on every machine.
enum Exponential {
  static func of(_ x: Float) -> Float {
    guard x > -80 else { return 0 }
    guard x < 80 else { return .greatestFiniteMagnitude }
    // e^x = 2^k · e^r with |r| ≤ ln 2 / 2, and the series of e^r.
    let k = (x * 1.442_695).rounded()
    let r = x - k * 0.693_147_2
    let series =
      1 + r * (1 + r * (0.5 + r * (0.166_666_67 + r * (0.041_666_667 + r * 0.008_333_333_6))))
    return series * Float(sign: .plus, exponent: Int(k), significand: 1)
  }
}
