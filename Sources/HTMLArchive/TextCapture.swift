private import HTMLTree
public import SourceBytes

/// Reads a plain-text capture of a page with comments: what a reader mode or `lynx -dump` gives.
///
/// A title, paragraphs, then numbered items (`  1. Name`, indented text below) or sections headed
/// "Name says:" or "Name on DATE", `Pingback:` lines, and an end such as "Leave a Reply". The printed
/// number is kept; an author or date that is not printed is not invented.
public enum TextCapture {
  /// How `thresh formats` lists it.
  public static let summary = ProducerSummary(
    name: "text-capture", title: "Plain-text capture of a page",
    recognition:
      "numbered items with names, or \u{201C}Name says:\u{201D} headings, and the labels of a "
      + "comment section",
    gives: "article, comments with their printed numbers, pingbacks",
    isTestedOnRealPages: true)

  /// Reads a capture.
  ///
  /// - Parameters:
  ///   - text: The file, decoded, with LF or CRLF.
  ///   - location: Where it lies, for findings.
  ///   - isForced: Whether a reader said that it is one, so that weaker signs do.
  /// - Returns: nil where the text does not look like a capture.
  /// - Complexity: Linear in the text, times the number of lists that start at 1, at most 32, and of lines
  ///   that may open the comments, at most 16.
  public static func read(
    _ text: String, at location: SourceLocation, isForced: Bool = false
  ) -> PageReading? {
    let lines = CaptureLines(text)
    guard let section = CaptureSection(lines, isForced: isForced) else { return nil }
    var reading = PageReading(producer: summary.name, venueKind: .blog)
    reading.entries.append(CaptureArticle(lines, before: section.start).entry)
    reading.canonicalURL = lines.address
    var keys: [String] = []
    var taken: Set<String> = []
    for item in section.items {
      var entry = CaptureItem(item, lines).entry
      let key = entry.key ?? "item"
      entry.key = taken.insert(key).inserted ? key : "\(key).\(item.position)"
      keys.append(entry.key ?? key)
      if let parent = item.parent {
        entry.parent = .entry(key: keys[parent])
        entry.parentDetail = "set in under \(keys[parent])"
      }
      reading.entries.append(entry)
    }
    return reading
  }
}

/// The lines of a capture.
struct CaptureLines {
  struct Line {
    /// Without the spaces at either end; no-break spaces are spaces.
    var text: String
    /// How many columns it is indented; a tab counts to the next eighth.
    var indent: Int
    /// The addresses that the line links to, where a browser listed them.
    var links: [String] = []
    var isEmpty: Bool { text.isEmpty }
  }

  private(set) var lines: [Line] = []

  init(_ text: String) {
    for raw in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      var indent = 0
      var rest = raw
      while let byte = rest.first {
        if byte == 0x20 {
          indent += 1
          rest = rest.dropFirst()
        } else if byte == 0x09 {
          indent = (indent / 8 + 1) * 8
          rest = rest.dropFirst()
        } else if byte == 0xC2, rest.dropFirst().first == 0xA0 {
          indent += 1
          rest = rest.dropFirst(2)
        } else {
          break
        }
      }
      while let byte = rest.last, byte <= 0x20 { rest = rest.dropLast() }
      lines.append(Line(text: String(decoding: rest, as: UTF8.self), indent: indent))
    }
    MarkdownMarks.takeOff(&lines)
    let references = CaptureReferences(lines)
    guard references.start < lines.count else { return }
    lines.removeSubrange(references.start...)
    for index in lines.indices {
      (lines[index].text, lines[index].links) = references.resolved(lines[index].text)
    }
  }

  /// The page's own address: what most links to its comments point into.
  var address: String? {
    var counts: [String: Int] = [:]
    for line in lines {
      for link in line.links {
        guard let mark = link.firstRange(of: "#comment") else { continue }
        counts[String(link[..<mark.lowerBound]), default: 0] += 1
      }
    }
    let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return best.flatMap { $0.key.hasPrefix("http") && $0.value >= 2 ? $0.key : nil }
  }

  subscript(index: Int) -> Line { lines[index] }
  var count: Int { lines.count }
}
