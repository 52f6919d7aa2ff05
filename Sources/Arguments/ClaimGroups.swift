/// Groups sentences that say the same.
///
/// Two sentences are alike where most of their content words are common (Jaccard index, with each word weighed by how
/// rare it is among the sentences) and both or neither are denied: "it scales" and "it does not scale" are no pair.
public enum ClaimGroups {
  /// From which share of common words on two sentences say the same.
  public static let leastLikeness = 0.6
  /// How many content words a sentence needs to be compared at all.
  private static let leastWordCount = 3
  /// Words that more sentences have do not bring sentences together, so that the work stays linear.
  private static let commonWordLimit = 200

  /// The groups of two and more, as indices into `sentences`.
  ///
  /// - Returns: Each group in ascending order, led by the sentence that all others of it are alike to; groups in the order
  ///   of their leaders.
  /// - Complexity: Linear in the words, times at most two hundred.
  public static func groups(of sentences: [String]) -> [[Int]] {
    let read = sentences.map(Sentence.init)
    var places: [UInt64: [Int]] = [:]
    for (index, sentence) in read.enumerated() {
      for word in sentence.words { places[word, default: []].append(index) }
    }
    // Rare words count more; integers keep the sums free of order.
    let weights = places.mapValues { 1000 / (1 + $0.count.bitWidth - $0.count.leadingZeroBitCount) }
    func weight(_ words: some Sequence<UInt64>) -> Int {
      words.reduce(0) { $0 + (weights[$1] ?? 0) }
    }
    var groups: [[Int]] = []
    var isTaken = [Bool](repeating: false, count: sentences.count)
    for (leader, sentence) in read.enumerated()
    where !isTaken[leader] && sentence.words.count >= leastWordCount {
      var candidates: Set<Int> = []
      for word in sentence.words {
        guard let others = places[word], others.count <= commonWordLimit else { continue }
        candidates.formUnion(others.filter { $0 > leader && !isTaken[$0] })
      }
      let alike = candidates.sorted().filter { index in
        let other = read[index]
        guard other.words.count >= leastWordCount, other.isDenied == sentence.isDenied else {
          return false
        }
        let common = weight(sentence.words.intersection(other.words))
        let all = weight(sentence.words.union(other.words))
        return Double(common) >= leastLikeness * Double(all)
      }
      guard !alike.isEmpty else { continue }
      for index in alike { isTaken[index] = true }
      isTaken[leader] = true
      groups.append([leader] + alike)
    }
    return groups
  }

  /// The content words of a sentence, without endings that English, German, French and Spanish share for number.
  private struct Sentence {
    var words: Set<UInt64> = []
    var isDenied = false

    init(_ text: String) {
      var text = text
      text.withUTF8 { buffer in
        let stream = WordStream(buffer.span, 0..<buffer.count)
        for word in stream.words where word.kind == .word || word.kind == .number {
          if WordClasses.of(word.hash) & Sentence.neg != 0 || Sentence.denials.contains(word.hash) {
            isDenied.toggle()
          } else if word.letters.count > 3, !Sentence.frequent.contains(word.hash) {
            var letters = stream.letters[word.letters]
            if letters.count > 4, letters.last == UInt8(ascii: "s") { letters.removeLast() }
            words.insert(Hashing.of(letters))
          } else if word.kind == .number {
            words.insert(Hashing.of(buffer[word.start..<word.end]))
          }
        }
      }
    }

    private static let neg = WordClasses.bit("neg")
    private static let denials = hashes(
      "nicht kein keine nie niemals jamais aucun nunca tampoco ninguna ningún")
    private static let frequent = hashes(
      """
      that this with have from they will would there their what when which about been were than them then these those
      some also just very into only over such does being could should might must because think believe dass eine einen
      einer sind wird haben auch aber oder wenn nous vous pour dans avec elle sont mais cette para pero como esta este
      """)

    private static func hashes(_ words: String) -> Set<UInt64> {
      Set(words.split(whereSeparator: \.isWhitespace).map { Hashing.of($0.utf8) })
    }
  }
}
