/// How far coders agree beyond chance.
public enum Agreement {
  /// The share of pairs that are equal; nil where there are none.
  public static func share(_ pairs: [(String, String)]) -> Double? {
    pairs.isEmpty ? nil : Double(pairs.count { $0.0 == $0.1 }) / Double(pairs.count)
  }

  /// Cohen's kappa of two coders (Cohen 1960): (p − e) / (1 − e), where e is what their own shares would give by chance.
  ///
  /// - Parameter pairs: The two codes of each unit.
  /// - Returns: nil where there are no units, or where both used one code throughout, so that chance explains all.
  public static func kappa(_ pairs: [(String, String)]) -> Double? {
    guard let observed = share(pairs) else { return nil }
    var first: [String: Int] = [:]
    var second: [String: Int] = [:]
    for (left, right) in pairs {
      first[left, default: 0] += 1
      second[right, default: 0] += 1
    }
    let product = first.sorted { $0.key < $1.key }.reduce(0) { sum, entry in
      sum + entry.value * (second[entry.key] ?? 0)
    }
    let expected = Double(product) / Double(pairs.count * pairs.count)
    return expected < 1 ? (observed - expected) / (1 - expected) : nil
  }

  /// Krippendorff's alpha for names (Krippendorff 2011, Computing Krippendorff's Alpha-Reliability), by the matrix of
  /// coincidences: 1 − observed disagreement / expected disagreement.
  ///
  /// - Parameter units: The codes of each unit, one for each coder; nil where a coder gave none. Any number of coders.
  /// - Returns: nil where no unit has two codes, or where only one code was used.
  public static func alpha(_ units: [[String?]]) -> Double? {
    var disagreement = 0.0
    var counts: [String: Double] = [:]
    var total = 0.0
    for unit in units {
      let codes = unit.compactMap(\.self)
      guard codes.count > 1 else { continue }
      var within: [String: Int] = [:]
      for code in codes {
        within[code, default: 0] += 1
        counts[code, default: 0] += 1
      }
      total += Double(codes.count)
      let equal = within.values.reduce(0) { $0 + $1 * ($1 - 1) }
      let pairs = codes.count * (codes.count - 1)
      disagreement += Double(pairs - equal) / Double(codes.count - 1)
    }
    guard total > 1 else { return nil }
    let equal = counts.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * ($1.value - 1) }
    let expected = (total * (total - 1) - equal) / (total - 1)
    return expected > 0 ? 1 - disagreement / expected : nil
  }
}

/// Two coders side by side.
public struct CoderComparison: Sendable, Hashable {
  /// One thing that they could agree on.
  public struct Line: Sendable, Hashable {
    /// `role`, `stance`, `topic:ID`, `topics` (all together), or `role, where both gave one`.
    public var name: String
    /// How many units were compared.
    public var unitCount: Int
    /// How many of them the first and the second coder gave a code.
    public var codedCounts: [Int]
    /// The share on which they say the same.
    public var share: Double?
    /// Cohen's kappa.
    public var kappa: Double?
    /// Krippendorff's alpha.
    public var alpha: Double?
  }

  /// The lines: role, stance, each topic by name, all topics.
  public let lines: [Line]

  /// Compares what two coders say of the same units.
  ///
  /// A unit without a code has the code “none”; a coder who gave several roles gave the set of them.
  public init(_ units: [(first: UnitCodes, second: UnitCodes)]) {
    var lines: [Line] = []
    for (kind, name) in [(UnitCodes.Kind.role, "role"), (.stance, "stance")] {
      let pairs = units.map { (Self.code($0.first, kind), Self.code($0.second, kind)) }
      guard pairs.contains(where: { $0.0 != Self.none || $0.1 != Self.none }) else { continue }
      lines.append(Self.line(name, pairs))
      let both = pairs.filter { $0.0 != Self.none && $0.1 != Self.none }
      if both.count < pairs.count { lines.append(Self.line("\(name), where both gave one", both)) }
    }
    let topics = Set(
      units.flatMap { ($0.first.codes.union($0.second.codes)).filter { $0.kind == .topic } }
        .map(\.word)
    ).sorted()
    var all: [(String, String)] = []
    for topic in topics {
      let code = UnitCodes.Code(.topic, topic)
      let pairs = units.map { unit in
        (
          unit.first.codes.contains(code) ? topic : Self.none,
          unit.second.codes.contains(code) ? topic : Self.none
        )
      }
      all += pairs.map { ($0 == Self.none ? $0 : "yes", $1 == Self.none ? $1 : "yes") }
      lines.append(Self.line("topic:\(topic)", pairs))
    }
    if topics.count > 1 { lines.append(Self.line("topics, each yes or no", all)) }
    self.lines = lines
  }

  private static let none = "none"

  private static func code(_ codes: UnitCodes, _ kind: UnitCodes.Kind) -> String {
    let words = codes.codes.filter { $0.kind == kind && !$0.isOpen }.map(\.word).sorted()
    return words.isEmpty ? none : words.joined(separator: "+")
  }

  private static func line(_ name: String, _ pairs: [(String, String)]) -> Line {
    Line(
      name: name, unitCount: pairs.count,
      codedCounts: [pairs.count { $0.0 != none }, pairs.count { $0.1 != none }],
      share: Agreement.share(pairs), kappa: Agreement.kappa(pairs),
      alpha: Agreement.alpha(pairs.map { [$0.0, $0.1] }))
  }
}
