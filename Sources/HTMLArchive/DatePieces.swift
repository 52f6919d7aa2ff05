internal import HTMLTree
internal import SourceBytes

/// Dates whose day, month and year stand in elements of their own, with nothing between them that would tell which is
/// which: `<span class="date_day">18</span> <span class="date_month">01</span> <span class="date_year">2006</span>`.
enum DatePieces {
  /// The date in the first pieces of some elements, in ISO 8601; nil where one is missing.
  static func written(in elements: [HTMLNode]) -> String? {
    var year: Int?
    var month: Int?
    var day: Int?
    for node in elements where node.endIndex - node.index <= 3 {
      guard let token = node.classes.first(where: { isPiece($0) })?.lowercased() else { continue }
      let text = node.foldedText
      guard text.utf8.count <= 24 else { continue }
      let number = Int(text.filter { $0.isASCII && $0.isNumber })
      if token.hasSuffix("year"), year == nil {
        year = number.map { $0 < 70 ? $0 + 2000 : $0 < 100 ? $0 + 1900 : $0 }
      } else if token.hasSuffix("month"), month == nil {
        month = number ?? MonthNames.month(ThemeText.trimmed(text).lowercased())
      } else if token.hasSuffix("day"), day == nil {
        day = number
      }
      if let year, let month, let day {
        guard (1970...2099).contains(year), (1...12).contains(month), (1...31).contains(day) else {
          return nil
        }
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(year)-\(two(month))-\(two(day))"
      }
    }
    return nil
  }

  /// Whether a class of an element says that it holds a day, a month or a year.
  static func isPiece(_ node: HTMLNode) -> Bool {
    node.endIndex - node.index <= 3 && node.classes.contains(where: isPiece)
  }

  private static func isPiece(_ token: String) -> Bool {
    let token = token.lowercased()
    return ["day", "month", "year"].contains { name in
      token == name || token.hasSuffix("-" + name) || token.hasSuffix("_" + name)
    }
  }

  /// A clock time that stands alone in a small element: `(10:39:01)`.
  static func clock(in elements: [HTMLNode]) -> String? {
    for node in elements
    where node.endIndex - node.index <= 3
      && ["small", "span", "em", "a", "abbr", "time"].contains(node.name)
    {
      let text = node.foldedText.filter { $0 != "(" && $0 != ")" }
      let parts = text.split(separator: ":", omittingEmptySubsequences: false)
      guard (2...3).contains(parts.count), text.utf8.count <= 8,
        parts.allSatisfy({ (1...2).contains($0.utf8.count) && Int($0) != nil })
      else { continue }
      return text
    }
    return nil
  }
}

extension CommentParts {
  /// Reads a date in pieces, in the comment or in the term of a definition list that stands above it.
  mutating func findDateInPieces() {
    var nodes = elements
    if scope.isElement("dd"), let list = scope.parent {
      let term = list.childElements.last { $0.index < scope.index }
      if let term, term.isElement("dt") {
        nodes = term.descendants.filter { $0.kind == .element } + elements
      }
    }
    let shown =
      nodes.count > elements.count
      ? nodes[0].parent.flatMap { dates.match(in: $0.foldedText) } : nil
    if let shown {
      date = shown.date
      dateAsWritten = nodes[0].parent?.foldedText.part(shown.range)
      return
    }
    guard let day = DatePieces.written(in: nodes) else { return }
    let written = DatePieces.clock(in: elements).map { day + " " + $0 } ?? day
    date = dates.match(in: written)?.date
    dateAsWritten = written
    dateNode = elements.first { $0.hasClass("date") }
  }
}
