internal import Digests
internal import Discussion

/// A thread on a terminal.
struct ThreadWriter {
  private let thread: [ArchivedPost]
  private let marked: PostID
  private let terminal: Terminal
  private let links: LinkChoice
  private let explains: Bool
  private let hasHeaders: Bool
  private let suggestions: SuggestionChoice
  /// How far each post stands from the root of its tree, as far as links are shown.
  private let depths: [Int]
  private let laterSiblings: [Set<Int>]

  /// A writer of one thread, in reading order; a post whose link is not shown starts a tree of its own.
  init(
    thread: [ArchivedPost], marked: PostID, terminal: Terminal, links: LinkChoice,
    explains: Bool, hasHeaders: Bool, suggestions: SuggestionChoice = .confident
  ) {
    self.suggestions = suggestions
    self.marked = marked
    self.terminal = terminal
    self.links = links
    self.explains = explains
    self.hasHeaders = hasHeaders
    self.thread = ThreadTrees.trees(of: thread, links: links).flatMap(\.self)
    depths = self.thread.map(\.depth)
    laterSiblings = ThreadWriter.laterSiblings(depths)
  }

  private var output: StandardOutput { .shared }

  /// One line a post, with the branches drawn.
  func writeTree() throws {
    try writeTitle()
    for (index, archived) in thread.enumerated() {
      let isMarked = archived.post.id == marked
      let branches = branches(of: index)
      let id = terminal.styled(String(archived.post.id.text.prefix(8)), .name)
      let mark = isMarked ? terminal.styled("▶", .match) : " "
      let used = 8 + 2 + 16 + 2 + Columns.width(branches)
      let text = Columns.cut(headline(archived), to: max(16, terminal.width - used - 2))
      try output.write(
        "\(mark)\(id)  \(Columns.fit(DateWords.minute(archived.post.date?.stated), 16))  "
          + "\(terminal.styled(branches, .dim))\(isMarked ? terminal.styled(text, .bold) : text)\n")
      if explains, let reason = explanation(of: archived) {
        let indent = String(repeating: " ", count: 29)
        for line in Columns.wrap(reason, to: max(30, terminal.width - 31)) {
          try output.write(indent + terminal.styled(line, .dim) + "\n")
        }
      }
      if explains { try writeMarks(of: archived, indent: String(repeating: " ", count: 29)) }
    }
  }

  /// Each mark with its words and why it is there.
  private func writeMarks(of archived: ArchivedPost, indent: String) throws {
    let width = max(30, terminal.width - indent.count - 2)
    for mark in archived.annotations where suggestions.shows(mark) {
      let label = MarkWords.label(mark)
      try output.write(
        "\(indent)\(terminal.styled(label, .bold)) "
          + "\(MarkWords.words(mark, to: max(24, width - Columns.width(label) - 13)))  "
          + terminal.styled(String(mark.id.prefix(10)), .name) + "\n")
      let lines =
        Columns.wrap(MarkWords.reason(mark), to: width - 2)
        + (mark.note.map { Columns.wrap("note: " + SafeText.line($0), to: width - 2) } ?? [])
      for line in lines { try output.write("\(indent)  \(terminal.styled(line, .dim))\n") }
    }
  }

  /// The marked post alone, with its text.
  func writePost() throws {
    for archived in thread where archived.post.id == marked {
      try writeHead(archived, indent: "")
      try writeText(of: archived.post, indent: "  ")
    }
  }

  /// Each post with its text.
  func writePosts() throws {
    try writeTitle()
    for (index, archived) in thread.enumerated() {
      if index > 0 { try output.write("\n") }
      let indent = String(repeating: "  ", count: min(depths[index], 12))
      try writeHead(archived, indent: indent)
      try writeText(of: archived.post, indent: indent + "  ")
    }
  }

  private func writeTitle() throws {
    let venues = thread.flatMap(\.venues)
    let subject = ShownSubject(thread.lazy.compactMap(\.post.subject).first, venues: venues).text
    let venue = venues.first?.name ?? ""
    try output.write(terminal.styled(SafeText.line(subject), .bold))
    try output.write("  " + terminal.styled(SafeText.line(venue), .dim) + "\n")
  }

  /// Who, and where they say something new about the subject, that too.
  private func headline(_ archived: ArchivedPost) -> String {
    let post = archived.post
    var text: String
    switch post.kind {
    case .missing:
      return "(missing: \(SafeText.line(post.messageID?.asWritten ?? "unknown")))"
    case .pingback: text = "↪ " + SafeText.line(post.author.shown)
    default: text = SafeText.line(post.author.shown)
    }
    if let ordinal = post.ordinal { text = "\(ordinal). " + text }
    if archived.depth > 0, let subject = post.subject, isNewSubject(archived) {
      text += ": " + SafeText.line(ShownSubject(subject, venues: archived.venues).text)
    }
    if links == .all, archived.link?.certainty == .guess { text = "? " + text }
    return text
  }

  private func isNewSubject(_ archived: ArchivedPost) -> Bool {
    guard let parent = thread.first(where: { $0.post.id == archived.parent }),
      let subject = archived.post.subject, let old = parent.post.subject
    else { return false }
    return BaseSubject(subject).text != BaseSubject(old).text
  }

  private func writeHead(_ archived: ArchivedPost, indent: String) throws {
    let post = archived.post
    let isMarked = post.id == marked
    let id = terminal.styled(String(post.id.text.prefix(8)), .name)
    try output.write(
      "\(indent)\(isMarked ? terminal.styled("▶ ", .match) : "")\(terminal.styled(headline(archived), .bold))  "
        + "\(DateWords.minute(post.date?.stated))  \(id)\n")
    func line(_ text: String) throws {
      for line in Columns.wrap(text, to: max(40, terminal.width - indent.count - 4)) {
        try output.write("\(indent)  \(terminal.styled(line, .dim))\n")
      }
    }
    if explains, let reason = explanation(of: archived) { try line(reason) }
    if let addressee = archived.addressee {
      try line("to " + AddresseeWords.text(addressee, of: post))
    }
    if let fork = archived.fork { try line("continued from " + forkName(fork.origin)) }
    for id in archived.continuations { try line("continued as " + forkName(id)) }
    let marks = archived.annotations.filter(suggestions.shows)
    if explains {
      try writeMarks(of: archived, indent: indent + "  ")
    } else {
      if let summary = MarkWords.summary(marks) { try line("marked " + summary) }
      for mark in marks where mark.isDecided {
        guard let note = mark.note else { continue }
        let words = mark.exact == nil ? "" : " on " + MarkWords.words(mark, to: 40)
        try line("note\(words): \(SafeText.line(note))")
      }
    }
    if hasHeaders {
      try line("id \(post.id)")
      if let messageID = post.messageID {
        try line("Message-ID \(SafeText.line(messageID.asWritten))")
      }
      if let address = post.author.address { try line("From \(SafeText.line(address))") }
      if let date = post.date {
        try line("Date \(SafeText.line(date.asWritten)) (\(date.source.rawValue))")
      }
      if let permalink = post.permalink { try line("Link \(SafeText.line(permalink))") }
      for venue in archived.venues { try line("Venue \(SafeText.line(venue.name))") }
      for copy in archived.copies {
        let place = [copy.path, copy.locator].compactMap(\.self).joined(separator: "!")
        try line("Source \(SafeText.line(place)) (\(copy.format))")
      }
    }
    for attachment in post.attachments {
      try line(
        "attached: \(SafeText.line(attachment.name ?? "(no name)")), \(attachment.type), "
          + "\(Counts.grouped(attachment.byteCount)) bytes")
    }
  }

  /// The text with quotations, signatures and footers dimmed.
  private func writeText(of post: Post, indent: String) throws {
    guard let text = post.text else { return }
    let scalars = text.unicodeScalars
    let width = max(30, terminal.width - indent.count)
    var blankLines = 0
    // Blocks tile the text.
    var start = scalars.startIndex
    for block in post.blocks {
      let end =
        scalars.index(start, offsetBy: block.end - block.start, limitedBy: scalars.endIndex)
        ?? scalars.endIndex
      let piece = String(scalars[start..<end])
      start = end
      let isOwn = block.kind == .own || block.kind == .code || block.kind == .patch
      for line in Columns.wrap(SafeText.lines(piece), to: width) {
        // Blank lines come out one at a time, and not at the end.
        if line.utf8.allSatisfy({ $0 == 0x20 }) {
          blankLines += 1
          continue
        }
        if blankLines > 1 || (blankLines == 1 && block.start > 0) { try output.write("\n") }
        blankLines = 0
        try output.write(indent + (isOwn ? line : terminal.styled(line, .dim)) + "\n")
      }
      if piece.hasSuffix("\n") { blankLines = piece.hasSuffix("\n\n") ? 2 : 0 }
    }
  }

  /// A post of another discussion: its id, and its subject where it stands in this thread.
  private func forkName(_ id: PostID) -> String {
    let subject = thread.first { $0.post.id == id }?.post.subject
    return String(id.text.prefix(8)) + (subject.map { ": " + SafeText.line($0) } ?? "")
  }

  private func explanation(of archived: ArchivedPost) -> String? {
    guard let link = archived.link,
      let parent = thread.first(where: { $0.post.id == link.parent })?.post
    else { return nil }
    let whom = parent.kind == .missing ? "a missing post" : parent.author.shown
    return SafeText.line(
      "answers \(whom) — \(EvidenceWords.explainInFull(link, child: archived.post, parent: parent))"
    )
  }

  /// The lines that lead to a post in the tree; of a very deep one the last twenty levels.
  private func branches(of index: Int) -> String {
    let depth = depths[index]
    guard depth > 0 else { return "" }
    let first = max(1, depth - 18)
    var parts = first > 1 ? ["⋯ "] : []
    for level in first...depth {
      let goesOn = laterSiblings[index].contains(level)
      if level == depth {
        parts.append(goesOn ? "├─" : "└─")
      } else {
        parts.append(goesOn ? "│ " : "  ")
      }
    }
    return parts.joined()
  }

  /// For each post the levels, of its own and the 19 above, at which the tree goes on below it.
  private static func laterSiblings(_ depths: [Int]) -> [Set<Int>] {
    var open: Set<Int> = []
    var levels = [Set<Int>](repeating: [], count: depths.count)
    for index in depths.indices.reversed() {
      let depth = depths[index]
      levels[index] = open.filter { $0 <= depth && $0 > depth - 20 }
      // What lies deeper than this post belongs to posts before it no more.
      open = open.filter { $0 <= depth }
      open.insert(depth)
    }
    return levels
  }
}
