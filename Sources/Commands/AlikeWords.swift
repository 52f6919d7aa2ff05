internal import ArchiveStore
internal import Discussion
internal import Exports

/// Threads about the same thing as a thread, as people and programs read them.
struct AlikeWords {
  private let threads: [AlikeThread]

  init(threadOf id: PostID, in archive: Archive) throws {
    threads = try archive.threadsAlike(id)
  }

  /// Writes a paragraph for each; nothing where there are none.
  func write(to output: StandardOutput, terminal: Terminal) throws {
    guard !threads.isEmpty else { return }
    try output.write("\n" + terminal.styled("About the same", .bold) + "\n")
    for alike in threads {
      let thread = alike.thread
      let head =
        "  \(terminal.styled(String(thread.id.text.prefix(8)), .name))  \(DateWords.day(thread.first))  "
      let tail =
        "  " + Counts.of(thread.postCount, "post") + "  "
        + SafeText.line(thread.venues.map(\.name).joined(separator: ", "))
      let subject = SafeText.line(ShownSubject(thread.subject, venues: thread.venues).text)
      try output.write(
        head
          + terminal.styled(
            Columns.cut(subject, to: max(20, terminal.width - 22 - Columns.width(tail))), .bold)
          + terminal.styled(tail, .dim) + "\n")
      let words = SafeText.line("both speak of " + alike.terms.joined(separator: ", "))
      for line in Columns.wrap(words, to: max(40, terminal.width - 12)) {
        try output.write("            " + terminal.styled(line, .dim) + "\n")
      }
    }
  }

  /// Writes the elements of an array.
  func write(to json: inout JSONWriter) {
    for alike in threads {
      json.object { json in
        json.key("thread")
        ThreadJSON.write(alike.thread, to: &json)
        json.member("score", alike.score)
        json.array("terms") { json in alike.terms.forEach { json.value($0) } }
      }
    }
  }
}
