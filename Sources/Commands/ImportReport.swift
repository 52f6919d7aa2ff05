internal import ArchiveStore
internal import SourceBytes

/// What an import tells at its end: what came in, how much of the bytes, what to look at and what to do next.
struct ImportReport {
  /// Sources of one folder and format, told in one line.
  private struct Line {
    var path: String
    var fileCount = 0
    var formats: [String] = []
    var venues: [String] = []
    var found = 0
    var new = 0
    var duplicate = 0
    var updated = 0
    var unchanged = 0
  }

  private let outcome: Importing.Outcome
  private let terminal: Terminal
  private let listsFindings: Bool

  init(_ outcome: Importing.Outcome, terminal: Terminal, lists: Bool) {
    self.outcome = outcome
    self.terminal = terminal
    listsFindings = lists
  }

  func write(isDryRun: Bool) throws {
    let output = StandardOutput.shared
    let all = grouped()
    let empty = all.filter { $0.found == 0 && $0.unchanged == 0 }
    // Files without posts are told one by one only where they are few.
    let lines = empty.count > 5 ? all.filter { $0.found > 0 || $0.unchanged > 0 } : all
    let pathWidth = min(48, lines.map { Columns.width($0.path) }.max() ?? 0)
    for line in lines {
      let path = terminal.styled(
        Columns.fit(Columns.cutStart(line.path, to: pathWidth), pathWidth), .bold)
      try output.write("  \(path)  \(describe(line))\n")
    }
    if lines.count < all.count {
      let count = empty.reduce(0) { $0 + $1.fileCount }
      try output.write("  \(Counts.of(count, "file")) without posts\n")
    }
    let reports = outcome.reports
    let byteCount = reports.reduce(0) { $0 + $1.byteCount }
    let accounted = reports.reduce(0) { $0 + $1.accountedByteCount }
    let found = reports.reduce(0) { $0 + $1.found }
    let new = reports.reduce(0) { $0 + $1.new }
    if byteCount > 0 {
      let seconds = outcome.duration / .seconds(1)
      try output.write(
        """
        \(Counts.of(found, "post")) read, \(Counts.grouped(new)) new, in \(rounded(seconds)) s; \
        accounted for: \(percent(accounted, of: byteCount)) of \(Counts.grouped(byteCount)) bytes

        """)
    } else if reports.allSatisfy(\.isUnchanged), !reports.isEmpty {
      try output.write("Nothing has changed.\n")
    }
    try writeFindings(reports.flatMap(\.findings))
    if new > 0, !isDryRun {
      try output.write(
        "Next: thresh threads · thresh search WORD · thresh digest --output digest.html --format html\n"
      )
    }
  }

  private func describe(_ line: Line) -> String {
    var parts: [String] = []
    if line.fileCount > 1 { parts.append(Counts.of(line.fileCount, "file")) }
    if line.unchanged == line.fileCount { return (parts + ["unchanged"]).joined(separator: ", ") }
    if !line.formats.isEmpty { parts.append(line.formats.joined(separator: "/")) }
    if !line.venues.isEmpty {
      let shown = line.venues.prefix(3).map { SafeText.line($0) }.joined(separator: ", ")
      parts.append(terminal.styled(shown + (line.venues.count > 3 ? ", …" : ""), .name))
    }
    var posts = Counts.of(line.found, "post")
    var details: [String] = []
    if line.new != line.found { details.append("\(Counts.grouped(line.new)) new") }
    if line.duplicate > 0 { details.append(Counts.of(line.duplicate, "copy", "copies")) }
    if line.updated > 0 { details.append("\(Counts.grouped(line.updated)) improved") }
    if line.unchanged > 0 { details.append("\(Counts.of(line.unchanged, "file")) unchanged") }
    if !details.isEmpty { posts += " (" + details.joined(separator: ", ") + ")" }
    return (parts + [posts]).joined(separator: "  ")
  }

  /// Many files of one folder, such as the pages of an archive, are told as the folder.
  private func grouped() -> [Line] {
    var lines: [Line] = []
    var indexOfFolder: [String: Int] = [:]
    var countOfFolder: [String: Int] = [:]
    for report in outcome.reports { countOfFolder[folder(report.path), default: 0] += 1 }
    for report in outcome.reports {
      let folder = folder(report.path)
      let isAlone = countOfFolder[folder, default: 0] < 6
      let key = isAlone ? report.path : folder + "/"
      let index = indexOfFolder[key] ?? lines.count
      if index == lines.count {
        lines.append(Line(path: SafeText.line(key)))
        indexOfFolder[key] = index
      }
      lines[index].fileCount += 1
      lines[index].found += report.found
      lines[index].new += report.new
      lines[index].duplicate += report.duplicate
      lines[index].updated += report.updated
      lines[index].unchanged += report.isUnchanged ? 1 : 0
      for format in report.formats where format != "other" || isAlone {
        if !lines[index].formats.contains(format) { lines[index].formats.append(format) }
      }
      for venue in report.venues where !lines[index].venues.contains(venue) {
        lines[index].venues.append(venue)
      }
    }
    return lines
  }

  private func folder(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  /// Alike findings in one line with their count; the first place as an example.
  private func writeFindings(_ findings: [Finding]) throws {
    guard !findings.isEmpty else { return }
    let output = StandardOutput.shared
    var order: [String] = []
    var groups: [String: [Finding]] = [:]
    for finding in findings {
      if groups[finding.code] == nil { order.append(finding.code) }
      groups[finding.code, default: []].append(finding)
    }
    let rank: [Finding.Severity: Int] = [.error: 0, .warning: 1, .note: 2]
    let codes = order.sorted { left, right in
      let first = groups[left]?.map { rank[$0.severity] ?? 2 }.min() ?? 2
      let second = groups[right]?.map { rank[$0.severity] ?? 2 }.min() ?? 2
      return first < second
    }
    try output.write("Look at (`thresh findings`):\n")
    for code in codes {
      guard let group = groups[code], let first = group.first else { continue }
      let style: Terminal.Style =
        first.severity == .error ? .failure : first.severity == .warning ? .warning : .dim
      let count = group.count > 1 ? " ×\(Counts.grouped(group.count))" : ""
      try output.write(
        "  \(terminal.styled("\(first.severity.rawValue) \(code)\(count)", style))  \(Report.text(first))\n"
      )
      if let hint = first.hint { try output.write("    hint: \(SafeText.line(hint))\n") }
      if listsFindings {
        for finding in group.dropFirst() { try output.write("    \(Report.text(finding))\n") }
      }
    }
  }

  private func rounded(_ seconds: Double) -> String {
    let tenths = Int((seconds * 100).rounded())
    return "\(tenths / 100).\(tenths % 100 < 10 ? "0" : "")\(tenths % 100)"
  }

  /// Never rounded up to 100.
  private func percent(_ part: Int, of whole: Int) -> String {
    let hundredths =
      part >= whole ? 10_000 * part / max(1, whole) : min(9_999, 10_000 * part / whole)
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) %"
  }
}
