internal import HTMLTree

/// The lines of a Movable Type export, divided into entries and sections.
struct MovableTypeLines {
  struct Section {
    /// `BODY`, `COMMENT` and so on.
    var label: String
    /// The lines below the label.
    var lines: Range<Int>
  }

  struct Entry {
    /// The lines of its fields.
    var head: Range<Int>
    var sections: [Section] = []
  }

  private(set) var entries: [Entry] = []
  private var lines: [ArraySlice<UInt8>] = []

  private static let labels = [
    "BODY:", "EXTENDED BODY:", "EXCERPT:", "KEYWORDS:", "COMMENT:", "PING:",
  ]
  private static let fieldNames: Set<String> = [
    "AUTHOR", "TITLE", "BASENAME", "STATUS", "ALLOW COMMENTS", "CONVERT BREAKS", "ALLOW PINGS",
    "PRIMARY CATEGORY", "CATEGORY", "TAGS", "DATE", "NO ENTRY", "UNIQUE URL", "PERMALINK", "IMAGE",
    "PATH", "EMAIL", "IP", "URL", "BLOG NAME", "SECRET", "PASS",
  ]

  /// Divides a file; nil where it does not open as an export does.
  ///
  /// - Complexity: Linear.
  init?(_ bytes: [UInt8]) {
    guard Self.opensWithField(bytes) else { return nil }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    lines = bytes[start...].split(separator: 0x0A, omittingEmptySubsequences: false)
    for index in lines.indices {
      while let last = lines[index].last, last == 0x0D || last == 0x20 || last == 0x09 {
        lines[index].removeLast()
      }
    }
    divide()
    guard entries.contains(where: { $0.sections.contains { $0.label == "BODY" } }) else {
      return nil
    }
  }

  private static func opensWithField(_ bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let head = bytes[start...].drop { $0 <= 0x20 }.prefix(40)
    guard let colon = head.firstIndex(of: 0x3A) else { return false }
    return fieldNames.contains(String(decoding: head[..<colon], as: UTF8.self))
  }

  /// Whether the first bytes of a file are the fields of an entry, in capitals, and the rule below them.
  static func opensAsExport(_ head: [UInt8]) -> Bool {
    guard opensWithField(head) else { return false }
    for line in head.split(separator: 0x0A).prefix(40).dropFirst() {
      let text = line.last == 0x0D ? line.dropLast() : line
      if isRule(text, count: 5) { return true }
      if field(text) == nil { return false }
    }
    return false
  }

  private mutating func divide() {
    var entry = Entry(head: 0..<0)
    var section: Section?
    var start = 0
    for index in lines.indices {
      if isEntryEnd(index) {
        close(&section, &entry, at: index)
        if !entry.sections.isEmpty { entries.append(entry) }
        entry = Entry(head: index + 1..<index + 1)
        start = index + 1
      } else if isSectionEnd(index) {
        if entry.sections.isEmpty, section == nil { entry.head = start..<index }
        close(&section, &entry, at: index)
      } else if index > 0, Self.isRule(lines[index - 1], count: 5), isLabel(index),
        isSectionEnd(index - 1)
      {
        let label = String(decoding: lines[index].dropLast(), as: UTF8.self)
        section = Section(label: label, lines: index + 1..<index + 1)
      }
    }
    close(&section, &entry, at: lines.count)
    if !entry.sections.isEmpty { entries.append(entry) }
  }

  private func close(_ section: inout Section?, _ entry: inout Entry, at index: Int) {
    guard var open = section else { return }
    open.lines = open.lines.lowerBound..<max(open.lines.lowerBound, index)
    entry.sections.append(open)
    section = nil
  }

  private static func isRule(_ line: ArraySlice<UInt8>, count: Int) -> Bool {
    line.count == count && line.allSatisfy { $0 == 0x2D }
  }

  private func isLabel(_ index: Int) -> Bool {
    index < lines.count && Self.labels.contains { lines[index].elementsEqual($0.utf8) }
  }

  /// Five dashes before a section, the end of an entry or the end of the file.
  private func isSectionEnd(_ index: Int) -> Bool {
    guard Self.isRule(lines[index], count: 5) else { return false }
    let next = index + 1
    return next >= lines.count || isLabel(next) || Self.isRule(lines[next], count: 8)
      || lines[next].isEmpty && next + 1 >= lines.count
  }

  /// Eight dashes before the fields of another entry or the end of the file.
  private func isEntryEnd(_ index: Int) -> Bool {
    guard Self.isRule(lines[index], count: 8) else { return false }
    let next = lines[(index + 1)...].prefix(4).first { !$0.isEmpty }
    guard let next else { return true }
    // A text may hold such a rule, but hardly right below five dashes or before a title.
    let follows = index > 0 && Self.isRule(lines[index - 1], count: 5)
    return Self.field(next).map { follows || $0.name == "TITLE" || $0.name == "AUTHOR" } ?? false
  }

  private static func field(_ line: ArraySlice<UInt8>) -> (name: String, value: String)? {
    guard let colon = line.prefix(24).firstIndex(of: 0x3A) else { return nil }
    let name = String(decoding: line[..<colon], as: UTF8.self)
    guard fieldNames.contains(name) else { return nil }
    return (name, String(decoding: line[(colon + 1)...], as: UTF8.self).foldingSpace)
  }

  /// The fields at the start of some lines, and the first line after them.
  ///
  /// - Parameter isOpen: Whether a line that is no field is passed over, or ends them.
  func fields(_ range: Range<Int>, isOpen: Bool) -> (values: [String: String], end: Int) {
    var values: [String: String] = [:]
    for index in range {
      if let (name, value) = Self.field(lines[index]), isOpen || values[name] == nil {
        if values[name] == nil { values[name] = value }
      } else if !isOpen {
        return (values.filter { !$0.value.isEmpty }, index)
      }
    }
    return (values.filter { !$0.value.isEmpty }, range.upperBound)
  }

  /// The lines as text.
  func text(_ range: Range<Int>) -> String {
    String(decoding: Array(lines[range].joined(separator: [0x0A])), as: UTF8.self)
  }
}
