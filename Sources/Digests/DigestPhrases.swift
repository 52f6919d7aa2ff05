internal import Discussion

/// Sentences that every format shares.
enum DigestPhrases {
  /// `shown: 2,140 of 31,870 words (7 %); 41 of 200 posts`.
  static func shown(_ extent: DigestExtent) -> String {
    let words = "\(number(extent.shownWordCount)) of \(number(extent.wordCount)) words"
    let posts = "\(number(extent.shownPostCount)) of \(counted(extent.postCount, "post"))"
    return "shown: \(words) (\(percent(extent))); \(posts)"
  }

  private static func percent(_ extent: DigestExtent) -> String {
    guard extent.wordCount > 0 else { return "100 %" }
    // Never "100 %" where something is left out, never "0 %" where something is shown.
    let (part, whole) = (extent.shownWordCount, extent.wordCount)
    let rounded = (part * 200 + whole) / (2 * whole)
    if rounded == 0, part > 0 { return "less than 1 %" }
    return "\(rounded == 100 && part < whole ? 99 : rounded) %"
  }

  /// `12 posts`, `1 post`.
  static func counted(_ count: Int, _ noun: String) -> String {
    "\(number(count)) \(noun)\(count == 1 ? "" : "s")"
  }

  /// Digits in groups of three.
  static func number(_ number: Int) -> String {
    let digits = Array(String(number).utf8)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.unicodeScalars.append(Unicode.Scalar(digit))
    }
    return text
  }

  static func period(_ period: DigestPeriod) -> String {
    DateWords.period(period.first, period.last)
  }

  /// `Ada Example (4), Ben Writer (1)`, cut after `limit` names.
  static func people(_ people: [DigestCount], limit: Int = .max) -> String {
    var text = people.prefix(limit).map { "\($0.name) (\($0.postCount))" }.joined(separator: ", ")
    if people.count > limit { text += " and \(counted(people.count - limit, "other"))" }
    return text
  }

  /// Period, posts and people of a thread.
  static func facts(_ thread: DigestThread) -> String {
    var facts: [String] = []
    if let period = thread.period { facts.append(self.period(period)) }
    facts.append(counted(thread.extent.postCount, "post"))
    facts.append("\(thread.people.count) \(thread.people.count == 1 ? "person" : "people")")
    if thread.missingCount > 0 { facts.append("\(thread.missingCount) missing") }
    return facts.joined(separator: " · ")
  }

  /// `12 posts by Ada (3), Ben and 4 others`.
  static func omitted(_ posts: DigestOmittedPosts) -> String {
    let names = posts.people.prefix(4).map { person in
      person.postCount > 1 && posts.people.count > 1
        ? "\(person.name) (\(person.postCount))" : person.name
    }
    let more = posts.people.count - names.count
    return counted(posts.postCount, "post")
      + (names.isEmpty ? "" : " by " + names.joined(separator: ", "))
      + (more > 0 ? " and \(counted(more, "other"))" : "")
  }

  static let question = "The question"
  static let agreements = "Agreement"
  static let disagreements = "Disagreement"
  static let openQuestions = "Questions that nobody answers here"
  static let outcome = "Outcome"
  static let missingLabel = "What is missing"
  static let relatedLabel = "Related elsewhere"

  /// What stands where no post states an outcome.
  static let noOutcome = "No post states an outcome. The last posts are:"

  /// `2 posts are missing; 1 link is a guess.`; nil where nothing is missing.
  static func gaps(_ thread: DigestThread) -> String? {
    var parts: [String] = []
    let (missing, guesses) = (thread.missingCount, thread.guessCount)
    if missing > 0 {
      parts.append("\(counted(missing, "post")) \(missing == 1 ? "is" : "are") missing")
    }
    if guesses > 0 {
      parts.append("\(counted(guesses, "link")) \(guesses == 1 ? "is a guess" : "are guesses")")
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ") + "."
  }

  /// How the extract was made, for the head of the document.
  static func method(_ length: DigestLength) -> String {
    switch length {
    case .brief: "An outline: the first telling sentence of each post, in reply order."
    case .standard:
      "Extracts in the authors' own words, in reply order. Long threads are shortened: passages are chosen so that "
        + "they cover the thread, each participant, questions, what others quoted, and the last posts."
    case .full: "All own words, in reply order."
    }
  }

  /// What the marks in the text mean.
  static let marks =
    "Quotations are folded to their first words. Everything left out is marked […], but signatures, list footers and "
    + "the names under letters, which are left out throughout. A question mark after a name marks a guess at who is "
    + "answered."

  /// What stands in place of a missing post.
  static let missing = "This post is missing here; it is known because others answer it."
}
