internal import SourceBytes
internal import Statistics

/// Draws counts for a terminal.
struct StatsText {
  let terminal: Terminal

  func write(_ counter: PostCounter, _ series: [Series], isOverview: Bool) throws {
    var head =
      "\(Counts.of(counter.postCount, "post")) · \(Counts.of(counter.threadCount, "thread")) · "
      + Counts.of(counter.personCount, "person", "people")
    if let (first, last) = counter.period {
      head += " · \(first.iso8601.prefix(10)) … \(last.iso8601.prefix(10))"
    }
    try line(head)
    for series in series {
      if isOverview {
        try line("")
        try line(terminal.styled(title(series), .bold))
      } else if series.name != series.unit {
        try line(terminal.styled(title(series), .bold))
      }
      if series.points.isEmpty || series.points.allSatisfy({ $0.count == 0 }) {
        try line("  none")
        continue
      }
      if isOverview, series.isTime {
        try sparkline(series)
      } else if series.isTime, isDays(series), series.points.count > 14,
        series.points.allSatisfy({ $0.detail.isEmpty })
      {
        try calendar(series)
      } else {
        try bars(series)
      }
      if let summary = series.summary {
        try line("  " + terminal.styled(SafeText.line(summary), .dim))
      }
    }
  }

  private func title(_ series: Series) -> String {
    switch series.name {
    case "person": "posts by person"
    case "weekday": "posts by day of the week"
    case "hour": "posts by hour"
    case "reply-time": "replies by how long they took"
    case "thread-size": "threads by number of posts"
    case "venue": "posts by venue"
    case "term": "words that mark a stretch of time"
    default: SafeText.line(series.name)
    }
  }

  private func sparkline(_ series: Series) throws {
    let counts = series.points.map(\.count)
    let most = series.points.max { $0.count < $1.count }
    let (first, last) = (series.points.first?.label ?? "", series.points.last?.label ?? "")
    try line(
      "  \(first) \(Sparkline.text(counts, width: max(20, terminal.width - 50))) \(last)"
        + (most.map { "  most: \(Counts.grouped($0.count)) in \($0.label)" } ?? ""))
  }

  private func bars(_ series: Series) throws {
    let labels = series.points.map { SafeText.line($0.label) }
    let width = min(32, labels.map(Columns.width).max() ?? 0)
    let hasTerms = series.points.contains { !$0.detail.isEmpty }
    let digits = Counts.grouped(series.most).count
    for (point, label) in zip(series.points, labels) {
      let name = Columns.cut(label, to: width)
      var text = "  " + name + String(repeating: " ", count: max(0, width - Columns.width(name)))
      let count = Counts.grouped(point.count)
      text += "  " + String(repeating: " ", count: max(0, digits - count.count)) + count + "  "
      if hasTerms {
        text += point.detail.map { SafeText.line($0) }.joined(separator: " ")
      } else {
        text += terminal.styled(
          Sparkline.bar(point.count, of: series.most, width: max(10, terminal.width - width - 32)),
          .name)
        if let total = point.total, total > 0 {
          let share = (point.count * 1000 + total / 2) / total
          text += "  \(share / 10).\(share % 10) % of \(Counts.grouped(total))"
        }
      }
      while text.last == " " { text.removeLast() }
      try line(text)
    }
  }

  private func isDays(_ series: Series) -> Bool { series.points.first?.label.count == 10 }

  /// Weeks as columns, days of the week as rows, as calendars of activity are drawn.
  private func calendar(_ series: Series) throws {
    let shades = Array(" ░▒▓█")
    let days = series.points.compactMap { point -> (Int, Series.Point)? in
      let parts = point.label.split(separator: "-").compactMap { Int($0) }
      guard parts.count == 3 else { return nil }
      return (StatedDate.daysSince1970(year: parts[0], month: parts[1], day: parts[2]), point)
    }
    guard let start = days.first?.0, let end = days.last?.0 else { return }
    let monday = start - ((start + 3) % 7 + 7) % 7
    let weeks = (end - monday) / 7 + 1
    let most = max(1, series.most)
    var cells = Array(repeating: Array(repeating: Character(" "), count: weeks), count: 7)
    for (day, point) in days where point.count > 0 {
      let shade = 1 + min(3, point.count * 4 / (most + 1))
      cells[(day - monday) % 7][(day - monday) / 7] = shades[shade]
    }
    let perBlock = max(10, terminal.width - 8)
    for block in stride(from: 0, to: weeks, by: perBlock) {
      let last = min(weeks, block + perBlock)
      try line("      " + months(firstMonday: monday, weeks: block..<last))
      for (row, name) in ["Mon", "", "Wed", "", "Fri", "", "Sun"].enumerated() {
        let label = name.isEmpty ? "   " : name
        var text = "  \(label) " + String(cells[row][block..<last])
        while text.last == " " { text.removeLast() }
        try line(text)
      }
    }
    let peak = series.points.max { $0.count < $1.count }
    try line(
      "  \(series.points.first?.label ?? "") … \(series.points.last?.label ?? "")"
        + (peak.map { "  most: \($0.count) on \($0.label)" } ?? ""))
  }

  /// Above the columns of weeks the month that begins in each; for January the year.
  private func months(firstMonday: Int, weeks: Range<Int>) -> String {
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    var text = ""
    for week in weeks {
      let (year, month, day) = StatedDate.civil(daysSince1970: firstMonday + 7 * week + 6)
      let column = week - weeks.lowerBound
      // The first column says where it stands; the others where a month begins.
      guard day <= 7 || column == 0, text.isEmpty || column > text.count else { continue }
      text += String(repeating: " ", count: column - text.count)
      text +=
        month == 1 || column == 0 && day > 7 ? "\(names[month - 1]) \(year)" : names[month - 1]
    }
    return text
  }

  private func line(_ text: String) throws { try StandardOutput.shared.write(text + "\n") }
}
