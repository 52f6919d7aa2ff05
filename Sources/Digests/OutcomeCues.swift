/// Words by which a sentence agrees, disagrees, asks or states an outcome: explicit phrases only, each with a weight.
///
/// A cue never turns into a statement of ours: the sentence is quoted with its author and stands for itself.
enum OutcomeCues {
  /// How plainly a sentence states an outcome; 0 where it does not, or only wonders, wishes or denies.
  static func outcome(_ sentence: CueSentence) -> Double {
    sentence.isQuestion ? 0 : outcomes.best(in: sentence, denied: doubts, window: 10)
  }

  /// How plainly a sentence agrees with what it answers.
  ///
  /// - Parameter isOpening: Whether it opens an answer; only there does a first word such as "right" answer anybody.
  static func agreement(_ sentence: CueSentence, isOpening: Bool) -> Double {
    guard !sentence.isQuestion else { return 0 }
    let opening = isOpening ? openAgreements.opening(of: sentence) : 0
    return max(opening, agreements.best(in: sentence, denied: denials))
  }

  /// How plainly a sentence contradicts what it answers.
  ///
  /// - Parameters:
  ///   - isOpening: Whether it opens an answer.
  ///   - isNear: Whether it opens an answer or follows the sentence that does: further on, "is wrong" speaks of the matter
  ///     and not of what somebody said.
  static func disagreement(_ sentence: CueSentence, isOpening: Bool, isNear: Bool) -> Double {
    let opening = isOpening ? openDisagreements.opening(of: sentence) : 0
    let explicit = disagreements.best(in: sentence, denied: denials)
    let judging = isNear ? judgements.best(in: sentence, denied: denials) : 0
    let best = max(opening, explicit, judging)
    if sentence.isQuestion, best < 2 { return 0 }
    return best > 0 && courtesies.opening(of: sentence) > 0 ? 0 : best
  }

  /// What begins as a contradiction and is none.
  private static let courtesies = CuePhrases([
    ("no problem", 1), ("no worries", 1), ("no idea", 1), ("no need", 1), ("no i meant", 1),
    ("no sorry", 1), ("no offence", 1),
    ("no offense", 1), ("no doubt", 1), ("no hurry", 1), ("no rush", 1), ("but yes", 1),
    ("but yeah", 1), ("but thanks", 1),
    ("but of course", 1), ("but anyway", 1), ("no comment", 1),
  ])

  private static let doubts: Set<String> = [
    "if", "whether", "should", "would", "could", "might", "may", "until", "unless", "before", "not",
    "never", "no", "once", "when", "cannot", "can't", "haven't", "hasn't", "isn't", "wasn't",
    "didn't", "don't", "nothing", "without", "must", "to", "nicht", "wenn", "ob", "pas", "si",
  ]
  private static let denials: Set<String> = [
    "not", "don't", "can't", "cannot", "never", "if", "no", "nicht", "pas", "didn't", "isn't",
  ]

  private static let outcomes = CuePhrases([
    ("has decided", 3), ("have decided", 3), ("we decided", 3), ("was decided", 3),
    ("it is decided", 3), ("the decision is", 3), ("the decision was", 3), ("final decision", 2.5),
    ("consensus is", 3), ("consensus was", 3), ("reached consensus", 3), ("consensus seems", 2),
    ("rough consensus", 2.5), ("vote passed", 3), ("vote passes", 3), ("vote failed", 3),
    ("result of the vote", 3), ("results of the vote", 3), ("motion carried", 3),
    ("motion passes", 3), ("are adopted", 3), ("is adopted", 3), ("was adopted", 3),
    ("been adopted", 3), ("were adopted", 3), ("we agreed", 3), ("was agreed", 3),
    ("been agreed", 3), ("we have agreed", 3), ("we've agreed", 3), ("everybody agreed", 3),
    ("everyone agreed", 3), ("seem to agree", 2), ("we all agree", 2.5), ("agreed to", 2),
    ("agreed on", 2), ("been accepted", 3), ("was accepted", 2.5), ("is accepted", 2),
    ("been rejected", 3), ("was rejected", 2.5), ("been approved", 3), ("is approved", 2.5),
    ("was approved", 2.5), ("been merged", 3), ("was merged", 2.5), ("now merged", 3),
    ("i merged", 2.5), ("i've merged", 3), ("have merged", 2.5), ("i committed", 2.5),
    ("been committed", 3), ("i've committed", 3), ("have committed", 2), ("applied thanks", 3),
    ("been applied", 2.5), ("i've applied", 2.5), ("queued for", 2), ("i have pushed", 2.5),
    ("i've pushed", 2.5), ("been resolved", 2.5), ("is resolved", 2.5), ("settled on", 2.5),
    ("we settled", 2.5), ("i withdraw", 2), ("been withdrawn", 3), ("the outcome", 2),
    ("in conclusion", 2), ("to sum up", 2), ("to summarize", 2), ("to summarise", 2),
    ("conclusion is", 2.5), ("conclusion was", 2.5), ("action item", 2), ("action items", 2),
    ("i have decided", 3), ("i've decided", 3), ("i am accepting", 3), ("i'm accepting", 3),
    ("i am rejecting", 3), ("i'm rejecting", 3), ("we're going with", 3), ("we are going with", 3),
    ("we'll go with", 3), ("we will go with", 3), ("been chosen", 3), ("was chosen", 2.5),
    ("has landed", 3), ("have landed", 2.5), ("been fixed", 2.5), ("is fixed in", 2.5),
    ("case closed", 2.5),
    ("wurde beschlossen", 3), ("ist beschlossen", 3), ("haben beschlossen", 3),
    ("angenommen", 2), ("abgelehnt", 2), ("a été adopté", 3), ("a été décidé", 3),
    ("avons décidé", 3), ("hemos decidido", 3), ("fue aprobado", 3),
  ])

  private static let openAgreements = CuePhrases([
    ("agreed", 3), ("agree", 2.5), ("+1", 3), ("exactly", 2), ("absolutely", 2), ("indeed", 1.5),
    ("ack", 3), ("acked", 3), ("yes", 1.2), ("right", 1.2), ("true", 1.2), ("ok", 1), ("okay", 1),
    ("seconded", 3), ("genau", 2), ("d'accord", 2.5), ("stimmt", 2.5), ("de acuerdo", 2.5),
  ])
  private static let agreements = CuePhrases([
    ("i agree", 3), ("i fully agree", 3), ("i completely agree", 3), ("i totally agree", 3),
    ("i also agree", 3), ("i strongly agree", 3), ("couldn't agree more", 3.5),
    ("could not agree more", 3.5), ("you're right", 2.8), ("you are right", 2.8),
    ("is right", 1.6), ("good point", 2.2), ("fair point", 2.2), ("valid point", 2.2),
    ("good idea", 2), ("great idea", 2.2), ("like the idea", 2), ("like this idea", 2.2),
    ("in favour", 2), ("in favor", 2), ("i support", 2), ("sounds good", 2), ("makes sense", 1.8),
    ("fair enough", 2), ("i concede", 2.5), ("i stand corrected", 3), ("convinced me", 2.8),
    ("+1 from me", 3), ("i concur", 3), ("you have a point", 2.4), ("point taken", 2.6),
    ("well put", 2.2), ("well said", 2.4), ("this is fair", 1.8), ("that's fair", 1.8),
    ("share that concern", 2.6), ("share this concern", 2.6), ("share your concern", 2.6),
    ("share your concerns", 2.6), ("share the concern", 2.6), ("glad we agree", 2.6),
    ("no disagreement", 2.4), ("i second", 2.5), ("ich stimme", 2.5), ("je suis d'accord", 3),
    ("estoy de acuerdo", 3),
  ])
  private static let openDisagreements = CuePhrases([
    ("-1", 3), ("0 for", 2.2), ("0", 1.5), ("nack", 3), ("nak", 3), ("no", 1.8), ("nope", 2.2),
    ("disagree", 3),
    ("disagreed", 3), ("but", 0.9), ("however", 1), ("not really", 2), ("hardly", 1.5),
    ("on the contrary", 3), ("wrong", 2.5), ("nein", 1.8), ("non", 1.5),
  ])
  /// What says that something is not as it should be, of what was said or of the matter itself.
  private static let judgements = CuePhrases([
    ("is wrong", 2.2), ("plain wrong", 2.8), ("simply wrong", 2.8), ("not true", 2.4),
    ("isn't true", 2.4), ("is not correct", 2.2), ("incorrect", 1.6), ("doesn't make sense", 2.2),
    ("makes no sense", 2.6), ("doesn't work", 1.3), ("won't work", 1.6), ("questionable", 1.8),
    ("is misleading", 2.2), ("is a mistake", 2.2), ("the problem with", 1.3),
  ])
  private static let disagreements = CuePhrases([
    ("i disagree", 3.2), ("i'm a 0", 2.4), ("i am a 0", 2.4), ("i strongly disagree", 3.5),
    ("i respectfully disagree", 3.4),
    ("i have to disagree", 3.2), ("i don't agree", 3.2), ("i do not agree", 3.2),
    ("don't agree with", 3), ("can't agree", 3), ("i object", 3), ("strongly object", 3),
    ("strong objection", 2.5), ("not convinced", 2.4), ("unconvinced", 2.4), ("i doubt", 2),
    ("bad idea", 2.6), ("terrible idea", 3), ("i'm against", 2.8), ("i am against", 2.8),
    ("strongly against", 3),
    ("against this", 1.8), ("oppose", 2), ("i don't think", 1.7), ("i do not think", 1.7),
    ("don't believe", 1.7), ("i'm afraid", 1.7), ("missing the point", 2.6),
    ("on the contrary", 3), ("disagree with", 2.8), ("beg to differ", 3.2),
    ("opinions differ", 3), ("not sure i agree", 2.6), ("i would disagree", 3),
    ("i'd disagree", 3), ("don't accept", 2.4), ("do not accept", 2.4), ("not persuaded", 2.4),
    ("i don't buy", 2.4), ("don't see how", 1.9), ("do not see how", 1.9), ("don't see why", 1.9),
    ("do not see why", 1.9), ("quite the opposite", 2.4),
    ("skeptical", 2), ("sceptical", 2), ("not a fan", 2),
    ("misses the point", 2.6), ("never claimed", 1.9),
    ("ich bin dagegen", 3), ("stimmt nicht", 2.8),
    ("pas d'accord", 3), ("no estoy de acuerdo", 3),
  ])
}

/// A sentence prepared for cues.
struct CueSentence {
  let text: String
  let words: [String]

  init(_ text: String) {
    self.text = text
    var words = PassageVocabulary.words(of: text)
    // Votes are no words but count as such.
    let start = Array(text.unicodeScalars.drop { $0 == " " }.prefix(3))
    if words.first == "1", start.count > 1, start[1] == "1",
      "+-−".unicodeScalars.contains(start[0]),
      // `+1: Ada, Ben` counts votes and is none.
      start.last != ":"
    {
      words[0] = start[0] == "+" ? "+1" : "-1"
    }
    // "No one" is no "No".
    if words.first == "no", start.count > 2, !",.!;:–—-".unicodeScalars.contains(start[2]) {
      words[0] = "none"
    }
    self.words = words
  }

  /// Whether it asks something that waits for an answer, and is no aside or tag (`…, right?)`).
  var asks: Bool {
    guard isQuestion else { return false }
    // What begins in lower case is the end of something that was cut apart.
    if text.unicodeScalars.first?.properties.isLowercase == true { return false }
    if text.hasSuffix("?)") || text.hasSuffix("?\"") || text.hasSuffix("?”") { return false }
    return !["right", "no", "ok", "okay", "eh", "huh", "n'est-ce", "oder"].contains(
      words.last ?? "")
  }

  var isQuestion: Bool {
    text.unicodeScalars.suffix(4).contains { $0 == "?" || $0 == "？" }
  }
}
