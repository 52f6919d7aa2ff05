/// The words of a text and its pairs of neighbours, counted: what two texts share is told without regard to line
/// breaks, punctuation, case and addresses.
///
/// Pairs count besides words, so that the same words in another order are another text.
struct WordBag: Sendable {
  /// How letters count that archives lose.
  enum Reading: Sendable {
    /// As they are.
    case exact
    /// Letters beyond ASCII, question marks and replacement characters count as one mark each.
    case marked
    /// A row of such marks counts as one, since some archives put a mark for each byte.
    case loose
  }

  /// How often each word and each pair occurs, by a hash of it (FNV-1a, 64 bits).
  private var units: [UInt64: Int32] = [:]
  /// How many words the text has.
  private(set) var wordCount = 0
  private var last: UInt64 = 0

  /// Counts the words of a text.
  ///
  /// - Complexity: One pass over the scalars.
  init(_ text: String, reading: Reading) {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else {
      // A byte is a scalar there, and far cheaper to read.
      var text = text
      text.withUTF8 { addWords(of: $0.lazy.map { UInt32($0) }, reading) }
      return
    }
    addWords(of: text.unicodeScalars.lazy.map(\.value), reading)
  }

  private mutating func addWords<Scalars: BidirectionalCollection<UInt32>>(
    of scalars: Scalars, _ reading: Reading
  ) {
    // `ada at example.org` is a masked address: nothing of it counts.
    var pending: [Scalars.SubSequence] = []
    func flush(_ bag: inout WordBag) {
      for word in pending { bag.add(word, reading) }
      pending.removeAll(keepingCapacity: true)
    }
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let start = index
      while index < scalars.endIndex, !Self.isBlank(scalars[index]) {
        index = scalars.index(after: index)
      }
      let word = scalars[start..<index]
      if index < scalars.endIndex { index = scalars.index(after: index) }
      if word.isEmpty { continue }
      if word.contains(0x40) {
        flush(&self)
      } else if pending.count == 2, word.dropLast().contains(0x2e) {
        pending.removeAll(keepingCapacity: true)
      } else {
        if pending.count == 2 || !word.elementsEqual([0x61, 0x74]) { flush(&self) }
        pending.append(word)
      }
    }
    flush(&self)
  }

  private static func isBlank(_ value: UInt32) -> Bool {
    value < 0x80
      ? value == 0x20 || value &- 0x09 < 5
      : Unicode.Scalar(value)?.properties.isWhitespace ?? false
  }

  /// - Parameter word: Its scalars.
  private mutating func add(_ word: some Sequence<UInt32>, _ reading: Reading) {
    let basis: UInt64 = 0xcbf2_9ce4_8422_2325
    var hash = basis
    var isMark = false
    func mixed(_ value: UInt32) -> UInt64 { (hash ^ UInt64(value)) &* 0x0000_0100_0000_01b3 }
    for value in word {
      switch value {
      case 0x30...0x39, 0x61...0x7a, 0x41...0x5a:
        hash = mixed(value >= 0x41 ? value | 0x20 : value)
        isMark = false
      case 0x27, 0x2019: break
      case 0x3f where reading != .exact, 0xfffd where reading != .exact:
        if reading == .marked || !isMark { hash = mixed(0x3f) }
        isMark = true
      case 0x80... where Self.isLetter(value):
        if reading == .exact {
          for letter in Self.lowercase(value) { hash = mixed(letter.value) }
        } else {
          if reading == .marked || !isMark { hash = mixed(0x3f) }
          isMark = true
        }
      default:
        if hash != basis { end(hash) }
        hash = basis
        isMark = false
      }
    }
    if hash != basis { end(hash) }
  }

  private static func isLetter(_ value: UInt32) -> Bool {
    guard let properties = Unicode.Scalar(value)?.properties else { return false }
    return properties.isAlphabetic || properties.numericType != nil
  }

  private static func lowercase(_ value: UInt32) -> String.UnicodeScalarView {
    (Unicode.Scalar(value)?.properties.lowercaseMapping ?? "").unicodeScalars
  }

  private mutating func end(_ hash: UInt64) {
    if wordCount > 0 { units[(last &* 0x9e37_79b9_7f4a_7c15) ^ hash, default: 0] += 1 }
    units[hash, default: 0] += 1
    wordCount += 1
    last = hash
  }

  /// How many words and pairs the text has.
  private var count: Int { max(0, wordCount * 2 - 1) }

  /// The share of the words and pairs of this text that `other` has too; 1 for a text without words.
  func share(in other: WordBag) -> Double {
    guard count > 0 else { return 1 }
    var shared = 0
    for (unit, number) in units { shared += Int(min(number, other.units[unit] ?? 0)) }
    return Double(shared) / Double(count)
  }
}
