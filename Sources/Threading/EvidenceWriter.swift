internal import Discussion

/// Turns what a scorer found into reasons with the words that carry them.
struct EvidenceWriter {
  /// How many characters of the text a reason shows.
  private static let shownCount = 100

  private let text: String
  private(set) var reasons: [Evidence] = []

  /// Starts a list of reasons that lie in `text`.
  init(text: String) {
    self.text = text
  }

  /// Adds a reason whose words lie in a range of the UTF-8 of the text.
  mutating func add(_ kind: Evidence.Kind, weight: Double, bytes: Range<Int>) {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: bytes.lowerBound)
    let end = utf8.index(start, offsetBy: bytes.count)
    let first = text.unicodeScalars.distance(from: text.startIndex, to: start)
    let count = text.unicodeScalars.distance(from: start, to: end)
    add(kind, weight: weight, detail: String(text[start..<end]), range: first..<first + count)
  }

  /// Adds a reason whose words lie in a range of the scalars of the text.
  mutating func add(_ kind: Evidence.Kind, weight: Double, scalars: Range<Int>) {
    let all = text.unicodeScalars
    guard
      let start = all.index(all.startIndex, offsetBy: scalars.lowerBound, limitedBy: all.endIndex),
      let end = all.index(start, offsetBy: scalars.count, limitedBy: all.endIndex)
    else { return }
    add(kind, weight: weight, detail: String(text[start..<end]), range: scalars)
  }

  /// Adds a reason in words of ours or of a header; white space is folded and long words are cut.
  mutating func add(
    _ kind: Evidence.Kind, weight: Double, detail: String, range: Range<Int>? = nil
  ) {
    guard weight > 0 else { return }
    let rounded = (weight * 100).rounded() / 100
    reasons.append(
      Evidence(kind, weight: rounded, detail: EvidenceWriter.shown(detail), range: range))
  }

  /// The reasons, the strongest first; that a post stands behind another convinces nobody by itself and comes last.
  func ordered() -> [Evidence] {
    reasons.sorted { left, right in
      let (isPlace, otherIsPlace) = (left.kind == .sequence, right.kind == .sequence)
      if isPlace != otherIsPlace { return otherIsPlace }
      return left.weight != right.weight ? left.weight > right.weight : left.kind < right.kind
    }
  }

  /// Words as they are shown; those of most texts are ASCII, where a byte is a character.
  private static func shown(_ text: String) -> String {
    shownOfASCII(text) ?? shownOfCharacters(text)
  }

  /// As ``shownOfCharacters(_:)``; nil where what is looked at is more than ASCII.
  private static func shownOfASCII(_ text: String) -> String? {
    var text = text
    return text.withUTF8 { bytes -> String? in
      func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
      var words: [UInt8] = []
      var count = 0
      var place = 0
      while place < bytes.count {
        if isBlank(bytes[place]) {
          place += 1
          continue
        }
        let start = place
        while place < bytes.count, !isBlank(bytes[place]) {
          guard bytes[place] < 0x80 else { return nil }
          place += 1
        }
        let word = bytes[start..<place]
        guard !word.allSatisfy({ $0 == UInt8(ascii: ">") }) else { continue }
        if count + word.count > shownCount {
          words += word.prefix(count == 0 ? shownCount : 0)
          return String(decoding: words, as: UTF8.self) + (count == 0 ? "…" : " …")
        }
        if count > 0 { words.append(0x20) }
        words += word
        count += word.count + 1
      }
      return String(decoding: words, as: UTF8.self)
    }
  }

  private static func shownOfCharacters(_ text: String) -> String {
    var words = ""
    var count = 0
    // Word by word, since a passage may be as long as a message and only its start is shown.
    var rest = text[...]
    while !rest.isEmpty {
      rest = rest.drop(while: \.isWhitespace)
      let word = rest.prefix { !$0.isWhitespace }
      rest = rest[word.endIndex...]
      guard !word.utf8.allSatisfy({ $0 == UInt8(ascii: ">") }) else { continue }
      if count + word.count > shownCount {
        words += count == 0 ? String(word.prefix(shownCount)) + "…" : " …"
        break
      }
      if count > 0 { words += " " }
      words += word
      count += word.count + 1
    }
    return words
  }
}
