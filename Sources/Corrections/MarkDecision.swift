public import Discussion

extension Decision {
  /// The decision of a reader to mark something so; of one id the latest counts.
  public static func mark(_ annotation: Annotation) -> Decision {
    Decision(
      .mark, post: annotation.post, exact: annotation.exact, about: annotation.id,
      value: .map(
        annotation.members.merging(
          ["by": annotation.by, "created": annotation.created].compactMapValues { text in
            text.flatMap { $0.isEmpty ? nil : .text($0) }
          }, uniquingKeysWith: { first, _ in first })))
  }

  /// The decision of a reader to take a mark of readers away.
  public static func unmark(_ annotation: Annotation) -> Decision {
    Decision(
      .mark, post: annotation.post, exact: annotation.exact, about: annotation.id, value: .null)
  }

  /// The decision of a reader about a suggestion.
  ///
  /// It holds the whole suggestion, so that it counts when no machine makes just this one again.
  ///
  /// - Parameters:
  ///   - verdict: `accepted`, `rejected`, or nil to leave it open.
  ///   - note: What the reader notes about it.
  public static func judge(
    _ annotation: Annotation, _ verdict: String?, note: String? = nil
  ) -> Decision {
    var members = annotation.members
    members["note"] = note.map { .text($0) }
    members["decision"] = CorrectionValue(verdict)
    members["origin"] = .text(annotation.origin)
    members["confidence"] = annotation.confidence.map { .number($0) }
    if !annotation.evidence.isEmpty {
      members["evidence"] = .list(annotation.evidence.map { .text($0) })
    }
    return Decision(
      .judgement, post: annotation.post, exact: annotation.exact, about: annotation.id,
      value: .map(members))
  }
}

extension Annotation {
  /// The mark that a correction makes or judges; nil for one that takes a mark away, and for any other.
  ///
  /// Of a judgement only ``decision`` and ``note`` are the reader's.
  public init?(_ correction: Correction) {
    let decision = correction.decision
    guard let id = decision.about, let post = decision.post else { return nil }
    let value = decision.value
    switch decision.kind {
    case .mark:
      guard case .map = value else { return nil }
      // A sheet of many coders is taken over by one reader.
      let by = value["by"]?.text ?? correction.by
      self.init(id: id, post: post, origin: "person:\(by ?? "")")
      self.by = by
      created = value["created"]?.text ?? correction.made.description
    case .judgement:
      self.init(id: id, post: post, origin: value["origin"]?.text ?? "")
      // Earlier versions kept the verdict alone.
      self.decision = value["decision"]?.text ?? value.text
      confidence = value["confidence"]?.number
      evidence = (value["evidence"]?.list ?? []).compactMap(\.text)
    default: return nil
    }
    exact = decision.exact
    prefix = value["prefix"]?.text
    suffix = value["suffix"]?.text
    if let start = value["start"]?.integer, let end = value["end"]?.integer, start <= end {
      range = start..<end
    }
    topic = value["topic"]?.text
    role = value["role"]?.text
    stance = value["stance"]?.text
    target = value["target"]?.text
    note = value["note"]?.text
  }

  /// What a correction keeps of a mark besides its id, its post and its words.
  fileprivate var members: [String: CorrectionValue] {
    var members: [String: CorrectionValue] = [:]
    members["start"] = range.map { .integer($0.lowerBound) }
    members["end"] = range.map { .integer($0.upperBound) }
    for (key, text) in [
      ("prefix", prefix), ("suffix", suffix), ("topic", topic), ("role", role),
      ("stance", stance), ("target", target), ("note", note),
    ] {
      members[key] = text.map { .text($0) }
    }
    return members
  }
}
