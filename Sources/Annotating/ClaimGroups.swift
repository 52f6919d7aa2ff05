/// Sentences that say the same in nearly the same words.
///
/// Two belong together when half of their runs of three words are shared, or four fifths of the shorter one's
/// (Broder 1997, resemblance and containment); groups are what is joined by such pairs.
public enum ClaimGroups {
  private static let runLength = 3
  /// Runs that more sentences have are formulas.
  private static let commonCount = 64

  /// For each sentence the index of the first one that says the same; its own where there is none before it.
  ///
  /// - Complexity: Linear in the words, times at most ``commonCount`` for each run.
  public static func leaders(of sentences: [String]) -> [Int] {
    let runs = sentences.map(runs)
    var places: [String: [Int]] = [:]
    for (index, set) in runs.enumerated() {
      for run in set.sorted() { places[run, default: []].append(index) }
    }
    var leaders = Array(sentences.indices)
    func leader(_ index: Int) -> Int {
      var index = index
      while leaders[index] != index { index = leaders[index] }
      return index
    }
    for (index, set) in runs.enumerated() {
      var shared: [Int: Int] = [:]
      for run in set {
        guard let others = places[run], others.count <= commonCount else { continue }
        for other in others where other < index { shared[other, default: 0] += 1 }
      }
      for (other, count) in shared.sorted(by: { $0.key < $1.key }) {
        let union = set.count + runs[other].count - count
        let shorter = min(set.count, runs[other].count)
        let isSame = 2 * count >= union || (shorter >= 4 && 5 * count >= 4 * shorter)
        guard isSame else { continue }
        let (left, right) = (leader(index), leader(other))
        leaders[max(left, right)] = min(left, right)
      }
    }
    return sentences.indices.map(leader)
  }

  private static func runs(of sentence: String) -> Set<String> {
    let words = sentence.lowercased().split { !$0.isLetter && !$0.isNumber }
    guard words.count >= runLength else {
      // What is shorter is the same only where it is equal.
      return words.isEmpty ? [] : [words.joined(separator: " ")]
    }
    return Set(
      (0...words.count - runLength).map { words[$0..<$0 + runLength].joined(separator: " ") })
  }
}
