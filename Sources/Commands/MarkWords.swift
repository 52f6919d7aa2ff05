internal import Discussion
internal import Exports

/// Marks as people read them.
enum MarkWords {
  /// What a mark says, without where: `scale`, `claim`, `disagrees with what it answers`.
  static func label(_ mark: Annotation) -> String {
    let parts = [
      mark.topic, mark.role, mark.stance.map { stance($0, target: mark.target) },
    ].compactMap(\.self)
    return parts.isEmpty ? "note" : SafeText.line(parts.joined(separator: ", "))
  }

  /// A stance as a verb, with what it is towards unless that is the parent.
  static func stance(_ stance: String, target: String?) -> String {
    let verb =
      switch stance {
      case "agree": "agrees"
      case "partly": "agrees in part"
      case "disagree": "disagrees"
      case "question": "questions"
      case "neutral": "is neutral"
      default: stance
      }
    guard let target, target != "parent" else { return verb }
    let parts = target.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return "\(verb) (\(target))" }
    return "\(verb) (towards \(parts[0]) \(parts[0] == "topic" ? parts[1] : parts[1].prefix(10)))"
  }

  /// Who says so, and how sure that is.
  static func source(_ mark: Annotation) -> String {
    let judged =
      switch mark.decision {
      case "accepted": "; accepted"
      case "rejected": "; rejected"
      default: ""
      }
    if mark.isByReader { return "marked by \(mark.by.map(SafeText.line) ?? "a reader")" }
    let by =
      switch mark.origin {
      case "codebook": "by the codebook"
      case "discovered": "by a topic that was found"
      case "rule": "by cues and words"
      case let origin where origin.hasPrefix("model:"):
        "by the model \(SafeText.line(String(origin.dropFirst(6))))"
      default: "by \(SafeText.line(mark.origin))"
      }
    return "suggested " + by + precision(mark) + judged
  }

  /// What the figure of a mark means, where one was measured.
  static func precision(_ mark: Annotation) -> String {
    guard let confidence = mark.confidence else { return "" }
    let tenths = Int((confidence * 10).rounded(.down))
    return switch mark.origin {
    case "rule": "; about \(tenths) in 10 such marks were right on test data"
    case "discovered": "; \(Int((confidence * 100).rounded())) % of its words"
    default: "; \(Int((confidence * 100).rounded())) % sure, as it says itself"
    }
  }

  /// The words that told.
  static func cause(_ mark: Annotation) -> String {
    guard !mark.evidence.isEmpty else {
      if mark.role == "question" { return "because it ends in a question mark" }
      return mark.origin == "rule" ? "because of its words taken together" : ""
    }
    return "because of "
      + mark.evidence.map { word in
        word.hasPrefix("answers ") ? SafeText.line(word) : "“\(SafeText.line(word))”"
      }.joined(separator: ", ")
  }

  /// The reason in one line: whence, how sure, and the words.
  static func reason(_ mark: Annotation) -> String {
    [source(mark), mark.isByReader ? "" : cause(mark)].filter { !$0.isEmpty }
      .joined(separator: "; ")
  }

  /// All marks of a post in one line: `topics: scale ×3, fees · claim ×2, question · disagrees`.
  static func summary(_ marks: [Annotation]) -> String? {
    func counted(_ names: [String]) -> String {
      var counts: [(String, Int)] = []
      for name in names {
        if let place = counts.firstIndex(where: { $0.0 == name }) {
          counts[place].1 += 1
        } else {
          counts.append((name, 1))
        }
      }
      return counts.map { $0.1 == 1 ? $0.0 : "\($0.0) ×\($0.1)" }.joined(separator: ", ")
    }
    func name(_ text: String, _ mark: Annotation) -> String { text + (mark.isDecided ? "" : "?") }
    let topics = counted(marks.compactMap { mark in mark.topic.map { name($0, mark) } })
    let roles = counted(marks.compactMap { mark in mark.role.map { name($0, mark) } })
    let stances = counted(
      marks.compactMap { mark in
        mark.stance.map { name(stance($0, target: mark.target), mark) }
      })
    let parts = [topics, roles, stances].filter { !$0.isEmpty }
    return parts.isEmpty ? nil : SafeText.line(parts.joined(separator: " · "))
  }

  /// The marked words, cut; what of the post where it is all of it.
  static func words(_ mark: Annotation, to limit: Int) -> String {
    guard let exact = mark.exact else { return "the whole post" }
    return "“" + Columns.cut(SafeText.line(exact), to: max(12, limit - 2)) + "”"
  }
}
