/// What a passage does in an argument.
public enum ArgumentRole: String, Sendable, Hashable, CaseIterable {
  /// It says what should be held true.
  case claim
  /// It gives a reason.
  case premise
  /// It points to data, a source or a measurement.
  case evidence
  /// It shows a case.
  case example
  /// It asks.
  case question
  /// It gives a point to the other side.
  case concession
  /// It says what should be done.
  case proposal
  /// It says what was settled.
  case decision
  /// It thanks or praises.
  case appreciation
}

/// How a reply stands towards what it answers.
public enum Stance: String, Sendable, Hashable, CaseIterable {
  case agree, partly, disagree, question, neutral
}

/// A sentence or clause of an author's own words, and what it does.
public struct ArgumentUnit: Sendable, Hashable {
  /// Where it starts in the text, in Unicode scalars.
  public var start: Int
  /// Where it ends in the text, in Unicode scalars.
  public var end: Int
  /// The characters from `start` to `end`.
  public var exact: String
  /// What it does; nil where it neither argues nor does anything else that has a name.
  public var role: ArgumentRole?
  /// How likely the role is right, from 0 to 1, as measured on data that was not used to fit it.
  public var confidence: Double
  /// The words that told, strongest first.
  public var cues: [String]
  /// The vote that it casts: `+1`, `-1`, `+0` or `-0`.
  public var vote: String?
}

/// How a text stands towards the text that it answers.
public struct StanceReading: Sendable, Hashable {
  /// The stance.
  public var label: Stance
  /// How likely it is right, from 0 to 1, as measured on data that was not used to fit it.
  public var confidence: Double
  /// The words that told, strongest first.
  public var cues: [String]
  /// Where the first cue stands in the text, in Unicode scalars; nil where no words told.
  public var place: Range<Int>?
  /// Whether a phrase that agrees or disagrees told, and not the weight of words that mean neither by themselves.
  public var hasPhrase = false
}

/// What was found in one text.
public struct ArgumentReading: Sendable, Hashable {
  /// How much of the text argues, from 0 to 1; from 0.5 on a sentence is taken for an argument.
  public var argumentative: Double
  /// The units of the author's own words, in order.
  public var units: [ArgumentUnit]
  /// The stance towards the text that is answered; nil where there is none.
  public var stance: StanceReading?

  /// How often each vote is cast, approvals first: `+1`, `+0`, `-0`, `-1`.
  public var votes: [(vote: String, count: Int)] {
    ["+1", "+0", "-0", "-1"].compactMap { vote in
      let count = units.count { $0.vote == vote }
      return count == 0 ? nil : (vote, count)
    }
  }
}
