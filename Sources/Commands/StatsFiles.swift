internal import Exports
internal import Statistics

/// Counts as a table and as a drawing.
enum StatsFiles {
  /// One row a count; the series is named where there are several.
  static func csv(_ series: [Series]) -> String {
    var rows = ["series,label,count,total,terms"]
    for series in series {
      for point in series.points {
        rows.append(
          [
            series.name, point.label, "\(point.count)", point.total.map { "\($0)" } ?? "",
            point.detail.joined(separator: " "),
          ].map(CSVField.quoted).joined(separator: ","))
      }
    }
    return rows.joined(separator: "\r\n") + "\r\n"
  }

  /// Bars, one series under the other; a drawing without script that follows light and dark.
  static func svg(_ series: [Series]) -> String {
    let (width, barHeight, gap) = (720, 140, 70)
    let height = max(1, series.count) * (barHeight + gap) + 20
    var text = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" role="img">
      <title>\(escaped(series.map(\.name).joined(separator: ", ")))</title>
      <style>text{font:12px sans-serif;fill:#555}.bar{fill:#8a3a1c}.axis{stroke:#aaa}@media(prefers-color-scheme:dark){text{fill:#bbb}.bar{fill:#e0a182}}</style>

      """
    for (index, series) in series.enumerated() {
      let top = 24 + index * (barHeight + gap)
      let count = max(1, series.points.count)
      let step = Double(width) / Double(count)
      text +=
        "<g transform=\"translate(0 \(top))\"><text y=\"-8\">\(escaped(series.name)), most: \(series.most)</text>\n"
      for (place, point) in series.points.enumerated() where point.count > 0 {
        let size = max(1, point.count * barHeight / max(1, series.most))
        let x = (Double(place) * step * 10).rounded() / 10
        let wide = (max(1, step * 0.85) * 10).rounded() / 10
        text +=
          "<rect class=\"bar\" x=\"\(x)\" y=\"\(barHeight - size)\" width=\"\(wide)\" height=\"\(size)\"><title>\(escaped(point.label)): \(point.count)</title></rect>\n"
      }
      text += "<line class=\"axis\" x2=\"\(width)\" y1=\"\(barHeight)\" y2=\"\(barHeight)\"/>\n"
      // As many labels as have room.
      let every = max(1, count / 8)
      for (place, point) in series.points.enumerated() where place % every == 0 {
        let label = Columns.cut(point.label, to: max(6, Int(step * Double(every) / 7)))
        text +=
          "<text x=\"\((Double(place) * step * 10).rounded() / 10)\" y=\"\(barHeight + 16)\">\(escaped(label))</text>\n"
      }
      text += "</g>\n"
    }
    return text + "</svg>\n"
  }

  private static func escaped(_ text: String) -> String {
    SafeText.line(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
  }
}
