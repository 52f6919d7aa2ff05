/// Signs that a passage asks, argues, proposes or decides: a small list, enough to prefer one passage to another.
enum PassageCues {
  /// What a passage counts for beside the words it covers: `bonus`, raised and lowered by its signs.
  static func weight(of unit: PostBody.Unit, bonus: Double) -> Double {
    if unit.isVerbatim { return 0.15 * bonus }
    let words = unit.words
    var weight = bonus
    if unit.text.unicodeScalars.contains(where: { $0 == "?" || $0 == "？" }) { weight += 0.3 }
    let hits = words.count { argument.contains($0) }
    weight += 0.12 * Double(min(4, hits))
    if words.contains(where: decision.contains) { weight += 0.3 }
    // Greetings and thanks open many posts and say little, as do links and lines that only lead on.
    if words.count < 12, words.contains(where: courtesy.contains) { weight *= 0.3 }
    if unit.text.utf8.last == UInt8(ascii: ":") { weight *= 0.5 }
    if unit.wordCount < 6 { weight *= 0.4 }
    if words.contains("http") || words.contains("https") { weight *= 0.5 }
    // A line that introduces a quotation, left behind where the quotation is cut.
    if words.contains("wrote"), unit.text.contains(" wrote:") { weight *= 0.2 }
    // Names of program code mark details; a thread is seldom about one of them.
    switch technicalCount(unit.text) {
    case 0: break
    case 1: weight *= 0.85
    case 2: weight *= 0.65
    default: weight *= 0.45
    }
    return weight
  }

  /// How many words of a text look like names of program code, files or hardware: `put_lock()`, `a->b`, `x::y`.
  private static func technicalCount(_ text: String) -> Int {
    text.utf8.split(separator: 0x20).count { word in
      var before: UInt8 = 0
      for byte in word {
        if byte == UInt8(ascii: "_") || byte == UInt8(ascii: "`") || byte == UInt8(ascii: "|")
          || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "{")
        {
          return true
        }
        if byte == UInt8(ascii: ":"), before == byte { return true }
        if byte == UInt8(ascii: ">"), before == UInt8(ascii: "-") { return true }
        if byte == UInt8(ascii: ")"), before == UInt8(ascii: "(") { return true }
        before = byte
      }
      return false
    }
  }

  /// Whether a sentence says something on its own: no greeting, no thanks, no line that only leads on.
  static func isTelling(_ sentence: String) -> Bool {
    let words = PassageVocabulary.words(of: sentence)
    let last = sentence.utf8.last
    // A link alone says nothing, however many words it is made of.
    guard last != UInt8(ascii: ","), words.count >= 2, WordCount.of(sentence) >= 2 else {
      return false
    }
    guard last != UInt8(ascii: ":") || words.count >= 12 else { return false }
    return words.count >= 5 || !words.contains(where: courtesy.contains)
  }

  /// Whether a line is the greeting of a letter: `Hi Ada,`, `Dear all`.
  static func isGreeting(_ line: String) -> Bool {
    let words = PassageVocabulary.words(of: line)
    guard let first = words.first, words.count <= 4 else { return false }
    return greetings.contains(first)
  }

  private static let greetings: Set<String> = [
    "hi", "hello", "hey", "dear", "hallo", "bonjour", "salut", "hola", "ciao", "lieber", "liebe",
  ]

  /// Whether a passage leans on what stands before it: it goes on, or points back with its first word.
  static func leansBack(_ unit: PostBody.Unit) -> Bool {
    guard let first = unit.words.first else { return true }
    return unit.text.unicodeScalars.first?.properties.isLowercase == true
      || backward.contains(first)
  }

  /// How letters end above the name.
  static let closings: Set<String> = [
    "best", "regards", "cheers", "thanks", "thank", "you", "yours", "sincerely", "love", "kind",
    "warm", "greetings", "mit", "freundlichen", "grüßen", "gruß", "grüße", "viele", "liebe", "mfg",
    "cordialement", "amicalement", "saludos", "abrazos", "saluti", "ciao",
  ]

  private static let backward: Set<String> = [
    "this", "that", "these", "those", "it", "its", "they", "them", "he", "she", "his", "her",
    "same",
    "then", "also", "so", "and", "but", "or", "such", "thus", "therefore", "hence", "here", "there",
    "which", "likewise", "otherwise", "instead", "because", "eg", "e", "again", "besides", "das",
    "dies", "diese", "dann", "auch", "und", "aber", "cela", "ça", "et", "mais", "donc", "esto",
    "eso", "pero", "y",
  ]
  private static let argument: Set<String> = [
    "because", "since", "therefore", "thus", "however", "but", "although", "should", "must",
    "cannot", "think", "believe", "agree", "disagree", "argue", "problem", "wrong", "instead",
    "better", "worse", "reason", "propose", "suggest", "need", "against", "why",
    "advantage", "advantages", "disadvantage", "disadvantages", "benefit", "benefits", "cost",
    "costs", "worth", "outweigh", "concern", "concerns", "concerned", "worried", "risk",
    "important", "convinced", "suggestion", "prefer", "goal", "point", "oppose", "support", "hurt",
    "weil", "aber",
    "deshalb", "sollte", "muss", "mais", "donc", "parce", "porque", "pero", "quindi", "perché",
  ]
  private static let decision: Set<String> = [
    "decided", "decision", "conclusion", "conclude", "consensus", "vote", "voted", "agreed",
    "accepted", "rejected", "resolved", "summary", "outcome", "approved", "beschlossen",
  ]
  private static let courtesy: Set<String> = [
    "hi", "hello", "hey", "dear", "thanks", "thank", "cheers", "regards", "best", "welcome",
    "hallo", "danke", "merci", "gracias", "grüße", "bonjour",
  ]
}
