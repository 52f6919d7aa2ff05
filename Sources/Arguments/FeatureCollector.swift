/// Gathers the features of a text: the rows that a model knows, or, to fit a model, their names.
struct FeatureCollector {
  /// The rows of the model, each once, with a word that shows the feature.
  private(set) var rows: [Int] = []
  /// For each row the words that carry it; nil where none do.
  private(set) var places: [Range<Int>?] = []
  /// All names, where they were asked for.
  private(set) var names: Set<String> = []
  private let model: LinearModel
  private let keepsNames: Bool
  private var seen: [Bool]

  init(_ model: LinearModel, keepsNames: Bool) {
    self.model = model
    self.keepsNames = keepsNames
    seen = [Bool](repeating: false, count: model.rowCount)
  }

  mutating func reset() {
    for row in rows { seen[row] = false }
    rows.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    names = []
  }

  /// Adds a feature by its hash; `name` is only asked where names are kept.
  mutating func add(_ hash: UInt64, _ place: Range<Int>? = nil, name: () -> String) {
    if keepsNames { names.insert(name()) }
    guard let row = model.row(hash), !seen[row] else { return }
    seen[row] = true
    rows.append(row)
    places.append(place)
  }

  /// Adds a feature by its name.
  mutating func add(_ name: StaticString) {
    let hash = name.withUTF8Buffer { Hashing.of($0) }
    add(hash) { "\(name)" }
  }

  /// Adds the words of a range, and their pairs, under two prefixes.
  mutating func addWords(
    _ stream: WordStream, _ range: Range<Int>, word: StaticString, pair: StaticString
  ) {
    let wordStart = word.withUTF8Buffer { Hashing.of($0) }
    let pairStart = pair.withUTF8Buffer { Hashing.of($0) }
    func letters(_ index: Int) -> ArraySlice<UInt8> { stream.letters[stream.words[index].letters] }
    func text(_ index: Int) -> String { String(decoding: letters(index), as: UTF8.self) }
    var before = Hashing.adding("^_".utf8, to: pairStart)
    for index in range {
      let letters = letters(index)
      add(Hashing.adding(letters, to: wordStart), index..<index + 1) { "\(word)\(text(index))" }
      add(
        Hashing.adding(letters, to: before), max(range.lowerBound, index - 1)..<index + 1
      ) { "\(pair)\(index == range.lowerBound ? "^" : text(index - 1))_\(text(index))" }
      before = Hashing.adding("_".utf8, to: Hashing.adding(letters, to: pairStart))
    }
    if let last = range.last {
      add(Hashing.adding("$".utf8, to: before)) { "\(pair)\(text(last))_$" }
    }
  }

  /// The words that weigh most for a class against the average of the others, heaviest first.
  func heaviest(_ count: Int, for index: Int, against stream: WordStream) -> [Range<Int>] {
    var weighed: [(weight: Float, place: Range<Int>)] = []
    for (row, place) in zip(rows, places) {
      guard let place, place.contains(where: { stream.words[$0].kind != .sign }) else { continue }
      var weight = model.weight(row, index)
      for other in 0..<model.classCount where other != index {
        weight -= model.weight(row, other) / Float(model.classCount - 1)
      }
      if weight > 0.05 { weighed.append((weight, place)) }
    }
    weighed.sort { ($1.weight, $0.place.lowerBound) < ($0.weight, $1.place.lowerBound) }
    // To a person "a" and "of" explain nothing while there is anything else.
    let telling = weighed.filter { weighed in
      weighed.place.contains { index in
        let word = stream.words[index]
        return word.kind != .sign && !FeatureCollector.mute.contains(word.hash)
      }
    }
    var chosen: [Range<Int>] = []
    for (_, place) in telling.isEmpty ? weighed : telling where chosen.count < count {
      if !chosen.contains(where: { $0.overlaps(place) }) { chosen.append(place) }
    }
    return chosen
  }

  /// Words that say nothing where they stand alone.
  private static let mute = WordSet(
    """
    a an the and of in to with into at on for from by as it its this that these those is are was were be been being \
    has have had do does did i me my
    """.split(separator: " "))
}
