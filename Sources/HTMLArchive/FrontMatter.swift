/// Pages of static sites in the form in which their authors keep them: fields between lines of `---`, then the words.
///
/// The words may be Markdown with the old comments below it as HTML, as people took them along from WordPress and
/// Movable Type. Only paragraphs and fences of Markdown are understood here; all else stays as it stands.
enum FrontMatter {
  /// The page as HTML: its title, date and author as a page would state them, then its body.
  ///
  /// - Returns: The bytes as they are where they open with no fields.
  /// - Complexity: Linear.
  static func html(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.starts(with: "---".utf8), let (fields, body) = parts(bytes) else { return bytes }
    var head = "<html><head>"
    if let title = fields.value("title", "Title") {
      head += "<title>\(escaped(title))</title>"
    }
    if let date = fields.value("date", "Date", "published", "datePublished") {
      head += "<meta property=\"article:published_time\" content=\"\(escaped(date))\">"
    }
    if let author = fields.value("author", "Author", "author.name") {
      head += "<meta name=\"author\" content=\"\(escaped(author))\">"
    }
    head += "</head><body>\n"
    guard let start = commentStart(body), !holdsBlocks(body[..<start]) else {
      return Array(head.utf8) + body
    }
    let words = paragraphs(String(decoding: body[..<start], as: UTF8.self))
    return Array((head + "<div class=\"entry-content\">\n" + words + "</div>\n").utf8)
      + body[start...]
  }

  /// The fields, and what follows them.
  private static func parts(_ bytes: [UInt8]) -> (FlatYAML, ArraySlice<UInt8>)? {
    let limit = min(bytes.count, 1 << 16)
    var start = 0
    while start < limit {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      var line = bytes[start..<end]
      while let last = line.last, last <= 0x20 { line = line.dropLast() }
      if start > 0, line.elementsEqual("---".utf8) {
        let text = String(decoding: bytes[..<start], as: UTF8.self)
        let fields = withoutLists(text)
        guard let yaml = FlatYAML(fields), end < bytes.count else { return nil }
        return (yaml, bytes[(end + 1)...])
      }
      start = end + 1
    }
    return nil
  }

  /// Without the items of lists, which are tags and addresses.
  private static func withoutLists(_ text: String) -> String {
    text.replacingCarriageReturns.split(separator: "\n").filter { line in
      let bare = line.drop { $0 == " " }
      return !bare.hasPrefix("- ") && bare != "-"
    }.joined(separator: "\n")
  }

  /// Where the tag starts that opens the comments or the first of them, within the first megabyte.
  private static func commentStart(_ body: ArraySlice<UInt8>) -> Int? {
    let body = body.prefix(1 << 20)
    var index = body.startIndex
    while let open = body[index...].firstIndex(of: 0x3C) {
      index = open + 1
      guard index < body.endIndex, (0x61...0x7A).contains(body[index] | 0x20) else { continue }
      let head = body[open...].prefix(400)
      let tag = String(decoding: head.prefix { $0 != 0x3E }, as: UTF8.self)
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

  /// Whether some words stand in elements of HTML already.
  private static func holdsBlocks(_ bytes: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    return ["<p>", "<p ", "<div", "<br", "<h1", "<h2", "<h3", "<ul", "<ol", "<table", "<pre"]
      .contains { text.contains($0) }
  }

  private static func paragraphs(_ text: String) -> String {
    var result = ""
    var lines: [Substring] = []
    var isFenced = false
    func end() {
      guard lines.contains(where: { !$0.isEmpty }) else {
        lines = []
        return
      }
      let name = isFenced ? "pre" : "p"
      result += "<\(name)>\(lines.joined(separator: "\n"))</\(name)>\n"
      lines = []
    }
    for line in text.replacingCarriageReturns.split(
      separator: "\n", omittingEmptySubsequences: false)
    {
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

extension String {
  /// With LF alone where lines end in CR and LF.
  fileprivate var replacingCarriageReturns: String {
    String(decoding: utf8.filter { $0 != 0x0D }, as: UTF8.self)
  }
}
