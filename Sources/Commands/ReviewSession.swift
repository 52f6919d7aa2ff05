internal import ArchiveStore
internal import Arguments
internal import Corrections
internal import Discussion

/// One sitting of a reader.
struct ReviewSession {
  let archive: Archive
  let reader: String?
  let terminal: Terminal
  let isQuiet: Bool
  private let input: KeyInput
  private(set) var counts: [String: Int] = [:]
  private(set) var rest = 0
  /// The changes of this sitting, with what they counted as, where they stand in the queue, and the mark as it was.
  private var made: [(change: Int, name: String, place: Int, mark: Annotation)] = []

  init(
    archive: Archive, reader: String?, terminal: Terminal, isQuiet: Bool,
    input: KeyInput = .standard
  ) {
    self.archive = archive
    self.reader = reader
    self.terminal = terminal
    self.isQuiet = isQuiet
    self.input = input
  }

  /// How it went, in words.
  var summary: String {
    let parts = ["accepted", "rejected", "changed", "noted", "skipped"].compactMap { name in
      counts[name].flatMap { $0 > 0 ? "\($0) \(name)" : nil }
    }
    let done = parts.isEmpty ? "Nothing judged" : parts.joined(separator: ", ")
    return rest > 0
      ? "\(done); \(Counts.grouped(rest)) left. `thresh review` goes on with them."
      : "\(done); nothing is left."
  }

  mutating func run(_ queue: [(ArchivedPost, Annotation)]) throws {
    var queue = queue
    var place = 0
    var isShown = false
    rest = queue.count
    while place < queue.count {
      let (post, mark) = queue[place]
      if !isQuiet, !isShown { try show(mark, of: post, place, queue.count) }
      isShown = true
      guard let command = ask() else { break }
      switch command.prefix(1).lowercased() {
      case "y", "a": try keep([.judge(mark, "accepted", note: mark.note)], "accepted", place, mark)
      case "n", "r": try keep([.judge(mark, "rejected", note: mark.note)], "rejected", place, mark)
      case "c":
        guard try change(mark, String(command.dropFirst()), place) else { continue }
      case "t":
        if let text = try note(mark, String(command.dropFirst()), place) {
          queue[place].1.note = text
          isShown = false
        }
        continue
      case "s", "": counts["skipped", default: 0] += 1
      case "u":
        if let last = made.popLast() {
          _ = try archive.undo(last.change, at: ReaderName.now)
          counts[last.name, default: 1] -= 1
          if last.name != "noted" { rest += 1 }
          place = last.place
          queue[place].1 = last.mark
          isShown = false
        } else {
          say("Nothing was answered yet.")
        }
        continue
      case "q": return
      default:
        say("y accept, n reject, c change, t note, s skip, u take back, q quit")
        continue
      }
      if !command.lowercased().hasPrefix("s"), !command.isEmpty { rest -= 1 }
      place += 1
      isShown = false
    }
  }

  private func ask() -> String? {
    if !isQuiet { StandardError.write(terminal.styled("[y n c t s u q ?] ", .name)) }
    let command = input.command()
    if !isQuiet { StandardError.write(SafeText.line(command ?? "") + "\n") }
    return command
  }

  private mutating func keep(
    _ decisions: [Decision], _ name: String, _ place: Int, _ mark: Annotation
  ) throws {
    let corrections = try archive.record(decisions, by: reader, at: ReaderName.now)
    counts[name, default: 0] += 1
    if let change = corrections.first?.change { made.append((change, name, place, mark)) }
  }

  /// Changes a suggestion; false where nothing came of it.
  private mutating func change(_ mark: Annotation, _ rest: String, _ place: Int) throws -> Bool {
    var text = rest
    if input.isTerminal {
      text =
        input.line("topic=T, role=R or stance=S (several with blanks; empty leaves it): ") ?? ""
    }
    var labels: [String: String] = [:]
    for word in text.split(separator: " ") {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, ["topic", "role", "stance"].contains(parts[0]),
        MarkLabels.isName(parts[1]), parts[0] != "stance" || Stance(rawValue: parts[1]) != nil
      else {
        say("\(SafeText.line(String(word))): say topic=T, role=R or stance=S")
        return false
      }
      labels[parts[0]] = parts[1]
    }
    var taken: Set<String> = []
    let decisions = try MarkChange(archive: archive, reader: reader).decisions(
      changing: mark, taken: &taken
    ) { changed, _ in
      changed.topic = labels["topic"] ?? changed.topic
      changed.role = labels["role"] ?? changed.role
      changed.stance = labels["stance"] ?? changed.stance
      if changed.stance != nil, changed.target == nil { changed.target = "parent" }
    }
    guard !decisions.isEmpty else {
      say("Nothing changed.")
      return false
    }
    try keep(decisions, "changed", place, mark)
    return true
  }

  /// Notes something of a suggestion; nil where nothing was said.
  private mutating func note(
    _ mark: Annotation, _ rest: String, _ place: Int
  ) throws -> String? {
    var text = String(rest.drop { $0 == " " })
    if input.isTerminal { text = input.line("note: ") ?? "" }
    guard !text.isEmpty else { return nil }
    try keep([.judge(mark, nil, note: text)], "noted", place, mark)
    return text
  }

  private func say(_ text: String) {
    if !isQuiet { StandardError.write(text + "\n") }
  }

  private func show(
    _ mark: Annotation, of archived: ArchivedPost, _ place: Int, _ count: Int
  ) throws {
    let post = archived.post
    let output = StandardOutput.shared
    try output.write(
      "\n\(terminal.styled("\(place + 1) of \(count)", .dim))  "
        + "\(terminal.styled(String(post.id.text.prefix(8)), .name))  "
        + "\(DateWords.minute(post.date?.stated))  \(SafeText.line(post.author.shown))  "
        + "\(terminal.styled(SafeText.line(post.subject ?? ""), .dim))\n")
    let text = try archive.post(post.id, detail: [.text])?.post.text ?? ""
    let scalars = Array(text.unicodeScalars)
    if let range = mark.range, range.upperBound <= scalars.count {
      func words(_ range: Range<Int>) -> String {
        String(String.UnicodeScalarView(scalars[range])).split(whereSeparator: \.isWhitespace)
          .joined(separator: " ")
      }
      let before = words(max(0, range.lowerBound - 160)..<range.lowerBound)
      let behind = words(range.upperBound..<min(scalars.count, range.upperBound + 160))
      // The words stand in a paragraph of their own, so that they are found without colours too.
      for (passage, style) in [
        ("…" + before, Terminal.Style.dim), (words(range), .match), (behind + "…", .dim),
      ] where !passage.isEmpty {
        let head = style == .match ? "  ▶ " : "    "
        let lines = Columns.wrap(SafeText.line(passage), to: max(40, terminal.width - 6))
        for (index, line) in lines.enumerated() {
          try output.write((index == 0 ? head : "    ") + terminal.styled(line, style) + "\n")
        }
      }
    } else {
      let opening = Columns.cut(SafeText.line(String(text.prefix(400))), to: 300)
      for line in Columns.wrap(opening, to: max(40, terminal.width - 6)) {
        try output.write("    \(line)\n")
      }
    }
    try output.write("  \(terminal.styled(MarkWords.label(mark) + "?", .bold))\n")
    for line in Columns.wrap(MarkWords.reason(mark), to: max(40, terminal.width - 6)) {
      try output.write("    \(terminal.styled(line, .dim))\n")
    }
    if let note = mark.note { try output.write("    note: \(SafeText.line(note))\n") }
    try output.flush()
  }
}
