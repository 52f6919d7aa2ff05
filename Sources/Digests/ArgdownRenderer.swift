internal import Discussion

/// Writes Argdown (argdown.org): threads as headings, what posts say as arguments, agreement and disagreement as
/// relations between them.
///
/// A reply without a stance is no relation: it stands under its thread with a comment on what it answers.
struct ArgdownRenderer: DigestRenderer {
  let name = "argdown"
  let fileExtension = "argdown"
  let help = "arguments and relations for Argdown"

  func render(_ document: DigestDocument) -> [UInt8] {
    var lines = ["===", "title: \(quoted(document.title))"]
    if let period = document.period {
      lines.append("subTitle: \(quoted(DigestPhrases.period(period)))")
    }
    lines += ["author: Thresh", "===", "", "# \(safe(document.title))", ""]
    for thread in document.threads {
      lines += ["## \(safe(thread.subject))", ""]
      if let question = thread.overview.question {
        lines += ["[Question \(thread.number)]: \(safe(question.text)) #question", ""]
      }
      write(thread, &lines)
      for (index, outcome) in thread.overview.outcome.enumerated() {
        lines += ["[Outcome \(thread.number).\(index + 1)]: \(safe(outcome.text)) #outcome", ""]
      }
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private func write(_ thread: DigestThread, _ lines: inout [String]) {
    var stances: [PostID: String] = [:]
    for statement in thread.overview.agreements { stances[statement.post] = "+>" }
    for statement in thread.overview.disagreements { stances[statement.post] = "->" }
    let shown = Dictionary(
      thread.entries.compactMap { entry -> (PostID, DigestPost)? in
        if case .post(let post) = entry { (post.id, post) } else { nil }
      }, uniquingKeysWith: { first, _ in first })
    for entry in thread.entries {
      guard case .post(let post) = entry, post.kind != .missing else { continue }
      let body = PlainText.body(
        post.body.filter { passage in
          switch passage {
          case .prose, .omission(nil): true
          case .verbatim, .quotation, .omission: false
          }
        }
      ).joined(separator: " ")
      let tags = post.notes.compactMap(\.topic).map { " #(\(safe($0)))" }.joined()
      lines.append("<\(title(post, thread))>: \(safe(body.isEmpty ? "[…]" : body))\(tags)")
      if let reply = post.reply, let parent = shown[reply.parent], parent.kind != .missing {
        if let stance = stances[post.id] ?? noted(post) {
          lines.append("  \(stance) <\(title(parent, thread))>")
        } else {
          lines.append("  // answers \(safe(title(parent, thread)))")
        }
      }
      lines.append("")
    }
  }

  /// The relation that a reader's stance states.
  private func noted(_ post: DigestPost) -> String? {
    for note in post.notes {
      guard let kind = note.kind else { continue }
      if kind.contains("disagrees") { return "->" }
      if kind.contains("agrees") { return "+>" }
    }
    return nil
  }

  private func title(_ post: DigestPost, _ thread: DigestThread) -> String {
    safe("\(post.author) \(thread.number).\(post.number)")
      .filter { $0 != "<" && $0 != ">" && $0 != "[" && $0 != "]" && $0 != ":" }
  }

  /// Text in which Argdown reads nothing: its signs are escaped by a backslash, links and tags included.
  private func safe(_ text: String) -> String {
    var output = ""
    for scalar in DisplayText.line(text).unicodeScalars {
      if "\\<>[]{}#@*_".unicodeScalars.contains(scalar) { output += "\\" }
      // What would open a comment is set apart.
      if scalar == "/", output.last == "/" { output += " " }
      if scalar == "*", output.last == "/" { output += " " }
      output.unicodeScalars.append(scalar)
    }
    return output
  }

  /// A string of YAML.
  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
