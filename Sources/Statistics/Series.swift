/// Counts under labels, in the order in which they are shown.
public struct Series: Sendable, Hashable {
  /// A count under a label.
  public struct Point: Sendable, Hashable {
    /// `2012-01`, a name, `1–6 hours`.
    public var label: String
    /// How many.
    public var count: Int
    /// How many there are in all under the label, where only some were counted.
    public var total: Int?
    /// Words that belong to it, such as the terms of a month.
    public var detail: [String] = []
  }

  /// The name by which it is asked for.
  public var name: String
  /// What is counted, in words: `posts`.
  public var unit: String
  /// The counts.
  public var points: [Point]
  /// Whether the labels are stretches of time, one after another.
  public var isTime = false
  /// One figure that sums it up, in words.
  public var summary: String?

  /// The greatest count.
  public var most: Int { points.map(\.count).max() ?? 0 }
}

/// How a series is drawn in a line of text.
public enum Sparkline {
  private static let bars = Array("▁▂▃▄▅▆▇█")

  /// One character a count; neighbours are added up where there are more than `width`.
  ///
  /// - Returns: A blank for nothing, the lowest bar for the least.
  public static func text(_ counts: [Int], width: Int = 60) -> String {
    guard !counts.isEmpty, width > 0 else { return "" }
    let size = (counts.count + width - 1) / width
    let sums = stride(from: 0, to: counts.count, by: size).map { start in
      counts[start..<min(start + size, counts.count)].reduce(0, +)
    }
    let most = max(1, sums.max() ?? 1)
    return String(
      sums.map { sum in
        sum == 0 ? " " : bars[min(bars.count - 1, max(0, (sum * bars.count - 1) / most))]
      })
  }

  /// A bar of eighths of a column.
  public static func bar(_ count: Int, of most: Int, width: Int) -> String {
    let eighths = most > 0 ? (count * width * 8 + most / 2) / most : 0
    let parts = Array(" ▏▎▍▌▋▊▉")
    let rest = eighths % 8
    let text = String(repeating: "█", count: eighths / 8) + (rest > 0 ? String(parts[rest]) : "")
    return text.isEmpty && count > 0 ? "▏" : text
  }
}
