internal import HTMLTree

/// Pages of static sites in the form in which their authors keep them: fields, then the words.
///
/// The words may be Markdown or reStructuredText with the old comments below as HTML, as people took them along from
/// WordPress and Movable Type. Only paragraphs, fences and a title that is underlined are understood here; all else stays
/// as it stands.
struct FrontMatter {
  private let fields: FlatYAML?
  private let body: ArraySlice<UInt8>
  /// Where the comments start in the body.
  private let comments: Int?

  /// Reads the fields that a file opens with; nil where it has none, or has them without lines that fence them in and
  /// no comments.
  ///
  /// - Complexity: Linear.
  init?(_ bytes: [UInt8]) {
    guard let (lines, isFenced, end) = Self.head(of: bytes) else { return nil }
    body = bytes[end...]
    comments = Self.commentStart(body)
    guard isFenced || comments != nil else { return nil }
    fields = FlatYAML(lines.joined(separator: "\n"))
  }

  /// Whether comments stand below the words.
  var holdsComments: Bool { comments != nil }

  /// The page as HTML: its title, date and author as a page would state them, then its body.
  ///
  /// - Returns: The bytes as they are where they open with no fields.
  static func html(_ bytes: [UInt8]) -> [UInt8] { FrontMatter(bytes)?.html() ?? bytes }

  private func html() -> [UInt8] {
    // A template that is a whole page says all itself.
    if Self.opensPage(body) { return Array(body) }
    var title = fields?.value("title")
    var words = ""
    if let comments {
      words = String(decoding: body[..<comments].filter { $0 != 0x0D }, as: UTF8.self)
      words = Self.withoutHeading(words)
      if title == nil, let (heading, rest) = Self.underlined(words) {
        title = heading
        words = rest
      }
    }
    var head = "<html><head>"
    if let title { head += "<title>\(Self.escaped(title))</title>" }
    if let date = fields?.value("date", "published", "datepublished") {
      head +=
        "<meta property=\"article:published_time\" content=\"\(Self.escaped(date))\">"
    }
    if let author = fields?.value("author.name", "author") {
      head += "<meta name=\"author\" content=\"\(Self.escaped(author))\">"
    }
    head += "</head><body>\n"
    guard let comments, !Self.holdsBlocks(words) else { return Array(head.utf8) + body }
    let text = "<div class=\"entry-content\">\n" + Self.paragraphs(words) + "</div>\n"
    return Array((head + text).utf8) + body[comments...]
  }

  // MARK: Fields

  /// The lines of the fields that are asked for, whether lines fence all fields in, and where the body starts.
  private static func head(of bytes: [UInt8]) -> (lines: [String], isFenced: Bool, end: Int)? {
    let fence = ["---", "+++"].first { bytes.starts(with: $0.utf8) }
    // "Title: Sheds", or ".. title: Sheds" as Nikola writes it.
    guard fence != nil || bytes.starts(with: ".. ".utf8) || opensWithField(bytes) else {
      return nil
    }
    let limit = min(bytes.count, 1 << 16)
    var kept: [String] = []
    var isKept = false
    var start = 0
    while start < limit {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      var line = bytes[start..<end]
      while let last = line.last, last <= 0x20 { line = line.dropLast() }
      defer { start = end + 1 }
      if let fence {
        if start == 0 { continue }
        if line.elementsEqual(fence.utf8) {
          return end < bytes.count ? (kept, true, end + 1) : nil
        }
      } else if line.isEmpty {
        return end < bytes.count ? (kept, false, end + 1) : nil
      }
      var text = String(decoding: line, as: UTF8.self)
      if fence == nil, text.hasPrefix(".. ") { text = String(text.dropFirst(3)) }
      if fence == "+++", let range = text.firstRange(of: " = ") {
        text.replaceSubrange(range, with: ": ")
      }
      if let first = text.utf8.first, first > 0x20 {
        guard let colon = text.firstIndex(of: ":") else {
          isKept = false
          continue
        }
        let key = text[..<colon].lowercased()
        isKept = ["title", "date", "published", "datepublished", "author"].contains(key)
        if isKept { kept.append(key + quoted(text[colon...])) }
      } else if isKept, !text.isEmpty {
        kept.append(text)
      }
    }
    return nil
  }

  /// ": Sheds: a view" as YAML has to write it, with marks around.
  private static func quoted(_ rest: Substring) -> String {
    let value = String(rest.dropFirst()).foldingSpace
    guard let first = value.first, !"\"'|>[{&*!".contains(first) else { return ": " + value }
    return ": '"
      + value.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "''") + "'"
  }

  /// Whether the first line is a field that only pages of static sites start with.
  private static func opensWithField(_ bytes: [UInt8]) -> Bool {
    let line = String(decoding: bytes.prefix(200).prefix { $0 != 0x0A }, as: UTF8.self)
    guard let colon = line.firstIndex(of: ":"), line[colon...].hasPrefix(": ") else { return false }
    return ["title", "public", "layout", "slug", "category", "tags", "template"]
      .contains(line[..<colon].lowercased())
  }

  private static func opensPage(_ body: ArraySlice<UInt8>) -> Bool {
    let head = String(decoding: body.prefix(2048), as: UTF8.self).lowercased()
    return head.contains("<html") || head.contains("<head>")
  }

  // MARK: Words

  /// Where the tag starts that opens the comments or the first of them, within the first megabyte.
  private static func commentStart(_ body: ArraySlice<UInt8>) -> Int? {
    let body = body.prefix(1 << 20)
    var index = body.startIndex
    while let open = body[index...].firstIndex(of: 0x3C) {
      index = open + 1
      guard index < body.endIndex, (0x61...0x7A).contains(body[index] | 0x20) else { continue }
      let tag = String(decoding: body[open...].prefix(400).prefix { $0 != 0x3E }, as: UTF8.self)
      for name in ["id=", "class="] {
        guard let range = tag.firstRange(of: name) else { continue }
        let value = tag[range.upperBound...].drop { $0 == "\"" || $0 == "'" }
        if value.hasPrefix("comment") || value.hasPrefix("li-comment")
          || value.hasPrefix("u-comment")
        {
          return open
        }
      }
    }
    return nil
  }

  /// Without the heading of the comments at the end, and without what tells that HTML follows.
  private static func withoutHeading(_ words: String) -> String {
    var lines = words.split(separator: "\n", omittingEmptySubsequences: false)
    while let last = lines.last {
      let bare = String(last).foldingSpace
      let isHeading =
        bare.hasPrefix("#") || bare.hasPrefix("<h") && bare.hasSuffix(">") && bare.contains("</h")
      guard bare.isEmpty || isHeading || bare == ".. raw:: html" else { break }
      lines.removeLast()
      if isHeading { break }
    }
    return lines.joined(separator: "\n")
  }

  /// A title over a line of marks, as reStructuredText and Markdown write it, and what follows.
  private static func underlined(_ words: String) -> (title: String, rest: String)? {
    let lines = words.split(separator: "\n", omittingEmptySubsequences: false)
    for index in lines.indices.prefix(40).dropLast() where !lines[index].isEmpty {
      let (line, below) = (String(lines[index]).foldingSpace, lines[index + 1])
      guard let mark = below.first, "=-~#*".contains(mark), below.count >= 3,
        below.allSatisfy({ $0 == mark }), !line.isEmpty, line.utf8.count < 200
      else { continue }
      let before = lines[..<index].allSatisfy { $0.isEmpty || $0.first?.isWhitespace ?? false }
      return before
        ? (line, lines[(index + 2)...].joined(separator: "\n")) : nil
    }
    return nil
  }

  /// Whether some words stand in elements of HTML already.
  private static func holdsBlocks(_ words: String) -> Bool {
    let text = words.lowercased()
    return ["<p>", "<p ", "<div", "<br", "<h1", "<h2", "<h3", "<ul", "<ol", "<table", "<pre"]
      .contains { text.contains($0) }
  }

  private static func paragraphs(_ text: String) -> String {
    var result = ""
    var lines: [Substring] = []
    var isFenced = false
    func end() {
      defer { lines = [] }
      guard lines.contains(where: { !$0.isEmpty }) else { return }
      let name = isFenced ? "pre" : "p"
      result += "<\(name)>\(lines.joined(separator: "\n"))</\(name)>\n"
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") || line.hasPrefix("~~~") {
        end()
        isFenced.toggle()
      } else if line.isEmpty, !isFenced {
        end()
      } else {
        lines.append(line)
      }
    }
    end()
    return result
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
