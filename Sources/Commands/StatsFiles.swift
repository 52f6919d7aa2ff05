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

  /// One series under the other.
  ///
  /// Columns along time, and rows for everything that has a name. A drawing without script
  /// that follows light and dark.
  static func svg(_ series: [Series]) -> String {
    var body = ""
    var top = 16
    for series in series {
      body += "<g transform=\"translate(\(margin) \(top))\">\n"
      body +=
        "<text class=\"title\" y=\"12\">\(escaped(title(series))), most: \(series.most)</text>\n"
      let hasTerms = series.points.contains { !$0.detail.isEmpty }
      let (drawing, height) =
        series.isTime && !hasTerms ? columns(series) : rows(series, hasTerms: hasTerms)
      body += drawing + "</g>\n"
      top += height + 40
    }
    let size = "viewBox=\"0 0 \(width) \(top)\" width=\"\(width)\" height=\"\(top)\""
    return """
      <svg xmlns="http://www.w3.org/2000/svg" \(size) role="img">
      <title>\(escaped(series.map(title).joined(separator: ", ")))</title>
      <style>text{font:12px sans-serif;fill:#555}.title{font-weight:bold;fill:#222}.end{text-anchor:end}.paper{fill:#fff}.bar{fill:#8a3a1c}.axis{stroke:#aaa}@media(prefers-color-scheme:dark){text{fill:#bbb}.title{fill:#eee}.paper{fill:#181715}.bar{fill:#e0a182}.axis{stroke:#666}}</style>
      <rect class="paper" width="\(width)" height="\(top)"/>
      \(body)</svg>

      """
  }

  private static let width = 720
  private static let margin = 12
  private static var innerWidth: Int { width - 2 * margin }

  private static func title(_ series: Series) -> String {
    series.name == series.unit ? series.name : "\(series.unit) by \(series.name)"
  }

  private static func columns(_ series: Series) -> (drawing: String, height: Int) {
    let (top, size) = (22, 120)
    let step = Double(innerWidth) / Double(max(1, series.points.count))
    var text = ""
    for (place, point) in series.points.enumerated() where point.count > 0 {
      let height = max(1, point.count * size / max(1, series.most))
      text +=
        "<rect class=\"bar\" x=\"\(number(Double(place) * step))\" y=\"\(top + size - height)\""
        + " width=\"\(number(max(1, step * 0.85)))\" height=\"\(height)\">"
        + "<title>\(escaped(point.label)): \(point.count)</title></rect>\n"
    }
    let base = top + size
    text += "<line class=\"axis\" x2=\"\(innerWidth)\" y1=\"\(base)\" y2=\"\(base)\"/>\n"
    // As many labels as have room; the last one ends where the columns end.
    let every = max(1, (series.points.count + 7) / 8)
    for (place, point) in series.points.enumerated() where place % every == 0 {
      let x = Double(place) * step
      let isTight = x + 70 > Double(innerWidth)
      let anchor = isTight ? "class=\"end\" x=\"\(innerWidth)\"" : "x=\"\(number(x))\""
      text += "<text \(anchor) y=\"\(base + 16)\">\(escaped(point.label))</text>\n"
    }
    return (text, base + 16)
  }

  private static func rows(_ series: Series, hasTerms: Bool) -> (drawing: String, height: Int) {
    let (top, row, name) = (24, 20, hasTerms ? 90 : 200)
    var text = ""
    for (place, point) in series.points.enumerated() {
      let y = top + place * row
      let label = Columns.cut(point.label, to: 30)
      text += "<text class=\"end\" x=\"\(name)\" y=\"\(y + 13)\">\(escaped(label))</text>"
      if hasTerms {
        let terms = Columns.cut(point.detail.joined(separator: " "), to: 84)
        text += "<text x=\"\(name + 12)\" y=\"\(y + 13)\">\(escaped(terms))</text>\n"
        continue
      }
      let room = innerWidth - name - 12 - 60
      let length = point.count == 0 ? 0 : max(1, point.count * room / max(1, series.most))
      text +=
        "<rect class=\"bar\" x=\"\(name + 12)\" y=\"\(y + 3)\" width=\"\(length)\" height=\"13\"/>"
        + "<text x=\"\(name + 18 + length)\" y=\"\(y + 13)\">\(point.count)</text>\n"
    }
    return (text, top + series.points.count * row)
  }

  private static func number(_ value: Double) -> Double { (value * 10).rounded() / 10 }

  private static func escaped(_ text: String) -> String {
    SafeText.line(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
  }
}
