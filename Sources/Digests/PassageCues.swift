/// Signs that a passage asks, argues, proposes or decides: a small list, enough to prefer one passage to another.
enum PassageCues {
  /// How much a passage is raised by its signs, 0 to about 1.
  static func bonus(of text: String) -> Double {
    let words = PassageVocabulary.words(of: text)
    var bonus = text.unicodeScalars.contains { $0 == "?" || $0 == "？" } ? 0.3 : 0
    let hits = words.count { argument.contains($0) }
    bonus += 0.12 * Double(min(4, hits))
    if words.contains(where: decision.contains) { bonus += 0.3 }
    // Greetings and thanks open many posts and say little.
    if words.count < 12, words.contains(where: courtesy.contains) { bonus -= 0.5 }
    return bonus
  }

  private static let argument: Set<String> = [
    "because", "since", "therefore", "thus", "however", "but", "although", "should", "must",
    "cannot", "think", "believe", "agree", "disagree", "argue", "problem", "wrong", "instead",
    "better", "worse", "reason", "propose", "suggest", "need", "against", "why", "weil", "aber",
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
