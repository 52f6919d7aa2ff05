internal import ArchiveStore
internal import Corrections
internal import Discussion
internal import Exports

/// Corrections as people and programs read them.
enum CorrectionWords {
  /// What was decided, in one line.
  static func sentence(_ decision: Decision) -> String {
    let post = decision.post.map { String($0.text.prefix(8)) } ?? ""
    let about = decision.about ?? ""
    let text =
      switch decision.kind {
      case .parent:
        decision.value["post"]?.text.map { "link \(post) under \($0.prefix(8))" }
          ?? "unlink \(post)"
      case .related:
        decision.value.flag == false
          ? "\(post) and \(about.prefix(8)) do not belong together"
          : "relate \(post) and \(about.prefix(8))"
      case .person:
        (decision.value["names"]?.list ?? []).compactMap(\.text).joined(
          separator: decision.value["same"]?.flag == true ? " and " : " apart from ")
          + " (\(about))"
      case .same:
        decision.value.flag == false
          ? "\(post) and \(about.prefix(8)) are different posts"
          : "\(post) and \(about.prefix(8)) are one post"
      case .venue:
        "venue \(decision.exact ?? ""): \(about) \(show(decision.value))"
      case .redaction:
        about == "all"
          ? "redact \(post)"
          : "redact a passage of \(decision.value["letters"]?.integer ?? 0) letters in \(post)"
      case .restriction:
        decision.value["until"]?.text.map { "hide \(post) until \($0)" } ?? "show \(post) again"
      case .edit: "edit \(post) \(about): \(show(decision.value))"
      case .query:
        decision.value.text.map { "save query:\(about): \($0)" } ?? "forget query:\(about)"
      case .mark:
        decision.markOrVerdict.map { "mark \(post): \(mark($0))" }
          ?? "remove the mark \(about.prefix(10)) from \(post)"
      case .judgement:
        decision.markOrVerdict.map { judged in
          let verb =
            switch judged.decision {
            case "accepted": "accept"
            case "rejected": "reject"
            default: "note on"
            }
          return "\(verb) \(about.prefix(10)) on \(post): \(mark(judged))"
        } ?? other(decision)
      case .topic:
        decision.value["name"]?.text.map { "keep topic:\(about) (\($0))" }
          ?? "keep topic:\(about) no longer"
      default: other(decision)
      }
    return SafeText.line(text)
  }

  /// A mark in one line: what it says, of which words, and the note.
  static func mark(_ mark: Annotation) -> String {
    let words = mark.exact == nil ? "" : " " + MarkWords.words(mark, to: 60)
    let note = mark.note.map { " (note: \($0))" } ?? ""
    return MarkWords.label(mark) + words + note
  }

  /// A change in one line: its first decision, and how many more there are.
  static func sentence(_ change: [Correction]) -> String {
    guard let first = change.first else { return "" }
    let rest = change.count - 1
    return sentence(first.decision) + (rest > 0 ? " (and \(Counts.grouped(rest)) more)" : "")
  }

  /// Writes a correction as an object.
  static func write(_ correction: Correction, to json: inout JSONWriter) {
    let decision = correction.decision
    json.object { json in
      json.member("number", correction.number)
      json.member("change", correction.change)
      json.member("kind", decision.kind.rawValue)
      json.member("post", decision.post?.text)
      json.member("exact", decision.exact)
      json.member("about", decision.about)
      json.key("value")
      write(decision.value, to: &json)
      json.member("by", correction.by)
      json.member("made", correction.made.description)
      json.member("undone", correction.undone?.description)
    }
  }

  /// Writes a document of corrections.
  static func document(
    _ corrections: [Correction], key: String = "corrections", isDryRun: Bool? = nil
  ) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("format", 1)
      if let isDryRun { json.member("dryRun", isDryRun) }
      json.array(key) { json in
        for correction in corrections { write(correction, to: &json) }
      }
    }
    json.newline()
    return json.bytes
  }

  private static func other(_ decision: Decision) -> String {
    let words = [
      decision.kind.rawValue, decision.post.map { String($0.text.prefix(8)) }, decision.about,
      decision.exact.map { "“\($0)”" },
    ].compactMap(\.self).joined(separator: " ")
    return "\(words): \(show(decision.value))"
  }

  private static func show(_ value: CorrectionValue) -> String {
    switch value {
    case .null: "none"
    case .flag(let flag): flag ? "yes" : "no"
    case .integer(let number): "\(number)"
    case .number(let number): "\(number)"
    case .text(let text): text
    case .list(let values): values.map(show).joined(separator: ", ")
    case .map(let members):
      members.sorted { $0.key < $1.key }.map { "\($0.key) \(show($0.value))" }
        .joined(separator: ", ")
    }
  }

  private static func write(_ value: CorrectionValue, to json: inout JSONWriter) {
    switch value {
    case .null: json.value(nil as String?)
    case .flag(let flag): json.value(flag)
    case .integer(let number): json.value(number)
    case .number(let number): json.value(number)
    case .text(let text): json.value(text)
    case .list(let values):
      json.array { json in for value in values { write(value, to: &json) } }
    case .map(let members):
      json.object { json in
        for (key, value) in members.sorted(by: { $0.key < $1.key }) {
          json.key(key)
          write(value, to: &json)
        }
      }
    }
  }
}

extension Decision {
  /// The mark that it makes or judges; nil where it takes one away.
  fileprivate var markOrVerdict: Annotation? {
    Annotation(
      Correction(
        number: 0, change: 0, decision: self, by: nil, made: CorrectionTime(milliseconds: 0)))
  }
}
