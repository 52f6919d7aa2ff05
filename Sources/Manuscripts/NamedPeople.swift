/// Finds whom a manuscript names, among the authors of an archive.
public struct NamedPeople: Sendable {
  /// A name in a text.
  public struct Mention: Sendable, Hashable {
    /// Everybody it may mean.
    public var people: Set<String>
    /// As the text has it.
    public var name: String
    /// Where it lies among the words of the text.
    var words: Range<Int>
  }

  private var fullNames: [String: [(words: [String], person: String)]] = [:]
  private var singles: [String: Set<String>] = [:]

  /// Learns the names of people.
  ///
  /// - Parameter authors: Each name as shown with the person who bears it.
  public init(_ authors: [(name: String, person: String)]) {
    for (name, person) in authors {
      let plain = name.split(separator: "@").first.map(String.init) ?? name
      let words = QuotedWords(plain, isManuscript: false).words
      guard let first = words.first, words.count <= 6 else { continue }
      fullNames[first, default: []].append((words, person))
      for word in words where word.unicodeScalars.count >= 3 {
        singles[word, default: []].insert(person)
      }
    }
  }

  /// The names in a text, in order.
  ///
  /// - Complexity: Linear in the words of the text.
  public func mentions(in text: String) -> [Mention] {
    let words = QuotedWords(text, isManuscript: false)
    let shown = words.tokens.map { if case .word(_, let shown) = $0 { shown } else { "" } }
    let folded = words.words
    var mentions: [Mention] = []
    var index = 0
    while index < folded.count {
      var longest = 0
      var people: Set<String> = []
      for (name, person) in fullNames[folded[index]] ?? []
      where name.count >= longest && name.count > 1 && index + name.count <= folded.count
        && name.indices.allSatisfy({ folded[index + $0] == name[$0] })
      {
        if name.count > longest { people = [] }
        longest = name.count
        people.insert(person)
      }
      let isCapital = shown[index].unicodeScalars.first?.properties.isLowercase == false
      if longest == 0, isCapital {
        // `Marit’s` is one word here.
        let stem = folded[index].hasSuffix("'s") ? String(folded[index].dropLast(2)) : folded[index]
        if let bearers = singles[stem] {
          longest = 1
          people = bearers
        }
      }
      guard longest > 0 else {
        index += 1
        continue
      }
      let end = index + longest
      mentions.append(
        Mention(
          people: people, name: shown[index..<end].joined(separator: " "), words: index..<end))
      index = end
    }
    return mentions
  }

  /// Whom the words around a quotation name as its author; nil where they name nobody.
  public func attribution(of context: FoundQuotation.Context) -> Mention? {
    if let best = best(mentions(in: context.after), in: context.after, isBehind: true),
      best.score >= 2
    {
      return best.mention
    }
    if let best = best(mentions(in: context.before), in: context.before, isBehind: false) {
      return best.mention
    }
    if let best = best(mentions(in: context.after), in: context.after, isBehind: true) {
      return best.mention
    }
    // "She answers": whoever was named last before.
    let pronouns: Set<String> = [
      "he", "she", "they", "er", "sie", "il", "elle", "his", "her", "their",
    ]
    let words = QuotedWords(context.before + " " + context.after, isManuscript: false).words
    let isImplied = context.before.isEmpty || words.contains { pronouns.contains($0) }
    guard isImplied else { return nil }
    return best(
      mentions(in: QuotationMarks.lastSentence(of: context.earlier).last),
      in: QuotationMarks.lastSentence(of: context.earlier).last, isBehind: false)?.mention
      ?? mentions(in: context.earlier).last
  }

  /// The name that most looks like that of the speaker.
  private func best(
    _ mentions: [Mention], in text: String, isBehind: Bool
  ) -> (mention: Mention, score: Double)? {
    let words = QuotedWords(text, isManuscript: false).words
    let opensWithReference = text.first.map { "([—–-".contains($0) } ?? false
    var best: (mention: Mention, score: Double)?
    for (place, mention) in mentions.enumerated() {
      var score = 0.0
      let before = mention.words.lowerBound > 0 ? words[mention.words.lowerBound - 1] : ""
      let next = Array(words[mention.words.upperBound...].prefix(3))
      let previous = Array(words[..<mention.words.lowerBound].suffix(2))
      if next.contains(where: NamedPeople.isSpeech) { score += 3 }
      if previous.contains(where: NamedPeople.isSpeech) { score += isBehind ? 3 : 1 }
      if isBehind, opensWithReference, place == 0 { score += 3 }
      if isBehind, mention.words.lowerBound <= 2 { score += 0.5 }
      if !isBehind, place == 0 { score += 0.6 }
      // The name next to the quotation, and one at the head of a colon.
      if !isBehind, place == mentions.count - 1 { score += 0.3 }
      if NamedPeople.objects.contains(before) { score -= 3 }
      if words[mention.words.upperBound - 1].hasSuffix("'s"),
        next.first.map(NamedPeople.isSpeech) != true
      {
        score -= 0.8
      }
      if score > best?.score ?? -.infinity { best = (mention, score) }
    }
    return best
  }

  /// Words before a name that is spoken to or about.
  private static let objects: Set<String> = [
    "to", "answering", "answers", "answered", "against", "with", "tells", "told", "asks", "asked",
    "contradicts", "contradicted", "quoting", "quotes", "corrects", "thanks", "reminds", "reminded",
    "unlike", "than", "über", "an", "gegen", "mit", "à", "contre", "for",
  ]

  private static func isSpeech(_ word: String) -> Bool { speech.contains(word) }

  private static let speech: Set<String> = [
    "say", "says", "said", "write", "writes", "wrote", "put", "puts", "ask", "asks", "asked",
    "answer", "answers", "answered", "reply", "replies", "replied", "argue", "argues", "argued",
    "hold", "holds", "held", "insist", "insists", "insisted", "object", "objects", "objected",
    "note", "notes", "noted", "remark", "remarks", "remarked", "add", "adds", "added", "call",
    "calls", "called", "conclude", "concludes", "concluded", "observe", "observes", "observed",
    "claim", "claims", "claimed", "warn", "warns", "warned", "admit", "admits", "admitted",
    "concede", "concedes", "conceded", "suggest", "suggests", "suggested", "propose", "proposes",
    "proposed", "explain", "explains", "explained", "point", "points", "pointed", "think", "thinks",
    "thought", "declare", "declares", "declared", "believe", "believes", "according", "words",
    "schreibt", "schrieb", "sagt", "sagte", "meint", "meinte", "fragt", "fragte", "écrit", "dit",
    "demande", "répond", "escribe", "dice", "pregunta", "responde", "scrive",
    "summed", "sums", "found", "finds", "reports", "reported", "wonders", "wondered", "went",
    "begins", "began", "opens", "opened", "closes", "closed", "phrase", "formula", "sentence",
  ]
}
