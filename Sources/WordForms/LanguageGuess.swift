/// Tells in which language a text is written: by script, then by the function words that it cannot do without.
///
/// Counting function words is what N. Ingle ("Language identification table", 1980) proposed to translators; for texts of a
/// few sentences it is as sure as statistics of letters and needs no model. Deviations: a word that several languages share
/// counts for each by its part, and where too few are found the answer is nil.
public enum LanguageGuess {
  /// How many words are looked at.
  private static let wordLimit = 250

  /// The language as the first part of a BCP 47 tag; nil where the text does not tell.
  ///
  /// - Complexity: One pass over the first words.
  public static func language(of text: String) -> String? {
    var text = text
    return text.withUTF8 { utf8 in unsafe language(of: utf8.span) }
  }

  /// The language of UTF-8.
  public static func language(of bytes: Span<UInt8>) -> String? {
    var scripts = ScriptCount()
    var votes = [Int](repeating: 0, count: FunctionWords.rows.count)
    var hits = votes
    var scanner = WordScanner()
    // A copy at hand: a global is asked for anew at every word.
    let table = table
    var count = 0
    while count < wordLimit, scanner.next(in: bytes) {
      guard !scanner.isColocated else { continue }
      count += 1
      guard scanner.isLetters || scanner.isPair else { continue }
      scripts.count(scanner.lower)
      guard scanner.isLetters else { continue }
      var set = table.languages(of: packed(scanner.lower))
      // 2520 is a multiple of every number up to ten.
      let share = set == 0 ? 0 : 2520 / set.nonzeroBitCount
      while set != 0 {
        let index = set.trailingZeroBitCount
        votes[index] += share
        hits[index] += 1
        set &= set - 1
      }
    }
    if let language = scripts.language { return language }
    let isCyrillic = scripts.isCyrillic
    var best: Int?
    for index in votes.indices where (cyrillicRows & 1 << UInt64(index) != 0) == isCyrillic {
      if votes[index] > best.map({ votes[$0] }) ?? 0 { best = index }
    }
    // Two words at least, and one in ten: names and code hold some by chance.
    guard let best, hits[best] >= 2, hits[best] * 10 >= scripts.wordCount else {
      return isCyrillic && scripts.wordCount > 0 ? scripts.cyrillicLanguage : nil
    }
    return FunctionWords.rows[best].language
  }

  /// Whether a language cannot do without a word: articles, pronouns, prepositions and their like, by which it is told.
  ///
  /// - Parameter word: Lower case, with diacritics.
  public static func isFunctionWord(_ word: FixedWord, of language: String) -> Bool {
    guard let index = FunctionWords.rows.firstIndex(where: { $0.language == language }) else {
      return false
    }
    return table.languages(of: packed(word)) & (1 << UInt64(index)) != 0
  }

  /// The languages that are written in Cyrillic, as bits.
  private static let cyrillicRows: UInt64 = FunctionWords.rows.enumerated().reduce(0) { bits, row in
    ["bg", "mk", "ru", "sr", "uk"].contains(row.element.language)
      ? bits | 1 << UInt64(row.offset) : bits
  }

  /// The languages that have a word, as bits, by its bytes.
  private static let table = FunctionWordTable()

  private static func packed(_ word: FixedWord) -> UInt64 {
    guard word.count <= 8 else { return 0 }
    var key: UInt64 = 0
    for index in 0..<word.count { key = key << 8 | UInt64(word[index]) }
    return key
  }
}

/// The languages of each function word, as bits.
///
/// Asked for every word of every text: open addressing without a keyed hash, for its keys are ours.
private struct FunctionWordTable {
  private static let placeCount = 8192
  private var keys = [UInt64](repeating: 0, count: placeCount)
  private var sets = [UInt64](repeating: 0, count: placeCount)

  init() {
    for (index, row) in FunctionWords.rows.enumerated() {
      for word in row.words.utf8.split(separator: 0x20) where word.count <= 8 {
        var key: UInt64 = 0
        for byte in word { key = key << 8 | UInt64(byte) }
        let place = place(of: key)
        keys[place] = key
        sets[place] |= 1 << UInt64(index)
      }
    }
  }

  /// - Parameter key: The bytes of a word of at most eight, the last lowest; 0 for a longer one.
  func languages(of key: UInt64) -> UInt64 { sets[place(of: key)] }

  private func place(of key: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 51)
    while keys[place] != 0, keys[place] != key { place = (place + 1) & (keys.count - 1) }
    return place
  }
}

/// How many words of each script a text has.
private struct ScriptCount {
  private(set) var wordCount = 0
  private var kana = 0
  private var han = 0
  private var hangul = 0
  private var cyrillic = 0
  private var letters: [String: Int] = [:]
  /// Letters that tell languages of one script apart.
  private var cues: [String: Int] = [:]

  mutating func count(_ word: FixedWord) {
    wordCount += 1
    guard word.count > 1, word[0] >= 0x80 else { return }
    word.withBytes { bytes in
      var index = 0
      var script: String?
      while index < bytes.count {
        let (value, size) = WordScanner.scalar(in: bytes, at: index)
        index += size
        switch value {
        case 0x400...0x52f:
          script = "cyrillic"
          switch value {
          case 0x457, 0x454, 0x491: cues["uk", default: 0] += 1
          case 0x45e: cues["be", default: 0] += 1
          case 0x458, 0x459, 0x45a, 0x45b, 0x452: cues["sr", default: 0] += 1
          case 0x453, 0x45c: cues["mk", default: 0] += 1
          case 0x44b, 0x44d: cues["ru", default: 0] += 1
          default: break
          }
        case 0x3040...0x30ff: script = "kana"
        case 0x4e00...0x9fff, 0x3400...0x4dbf: if script == nil { script = "han" }
        case 0xac00...0xd7a3: script = "hangul"
        case 0x370...0x3ff, 0x1f00...0x1fff: script = "el"
        case 0x590...0x5ff: script = "he"
        case 0x600...0x6ff:
          script = "arabic"
          switch value {
          case 0x679, 0x688, 0x6d2, 0x6ba: cues["ur", default: 0] += 1
          case 0x67e, 0x686, 0x698, 0x6af, 0x6cc: cues["fa", default: 0] += 1
          default: break
          }
        case 0x530...0x58f: script = "hy"
        case 0x10a0...0x10ff: script = "ka"
        case 0x900...0x97f: script = "hi"
        case 0x980...0x9ff: script = "bn"
        case 0xb80...0xbff: script = "ta"
        case 0xe00...0xe7f: script = "th"
        case 0xe80...0xeff: script = "lo"
        case 0x1000...0x109f: script = "my"
        case 0x1780...0x17ff: script = "km"
        default: break
        }
      }
      switch script {
      case nil: break
      case "cyrillic": cyrillic += 1
      case "kana": kana += 1
      case "han": han += 1
      case "hangul": hangul += 1
      case let script?: letters[script, default: 0] += 1
      }
    }
  }

  /// Whether most words are Cyrillic, whose languages function words tell apart.
  var isCyrillic: Bool { cyrillic * 2 > wordCount }

  /// What the letters of a Cyrillic text without function words say.
  var cyrillicLanguage: String? { cues.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }

  /// The language where the script alone tells it.
  ///
  /// Addresses and code are Latin everywhere, so a third of the words is enough.
  var language: String? {
    guard wordCount > 0 else { return nil }
    if (kana + han + hangul) * 3 >= wordCount {
      if hangul * 2 > kana + han { return "ko" }
      return kana * 10 > kana + han ? "ja" : "zh"
    }
    guard let script = letters.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      script.value * 3 >= wordCount
    else { return nil }
    guard script.key == "arabic" else { return script.key }
    if cues["ur", default: 0] * 20 > script.value { return "ur" }
    return cues["fa", default: 0] * 10 > script.value ? "fa" : "ar"
  }
}
