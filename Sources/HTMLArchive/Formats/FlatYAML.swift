/// The flat YAML that comment programs write: one scalar a key, at most one level of nesting.
///
/// Reads plain, quoted and block scalars (YAML 1.2 §7.3, §8.1); tags, anchors, aliases and flow collections
/// are kept as the characters they are. Anything that is no such file is nil, not guessed at.
struct FlatYAML {
  /// Keys in order, with their values; a nested key is `outer.inner`.
  private(set) var fields: [(key: String, value: String)] = []
  /// What follows a closing `---`: the text below front matter.
  private(set) var rest: String?

  private let lines: [Substring.UTF8View]
  private var position = 0

  /// Reads a file; nil where a line is neither a field nor a part of one.
  ///
  /// - Complexity: Linear in the file.
  init?(_ text: String) {
    var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    for index in lines.indices where lines[index].last == 0x0D {
      lines[index] = lines[index].dropLast()
    }
    self.lines = lines
    guard read(), !fields.isEmpty else { return nil }
  }

  /// The first value of one of several keys that is not blank.
  func value(_ keys: String...) -> String? {
    for key in keys {
      for field in fields where field.key == key {
        if !field.value.utf8.allSatisfy({ $0 <= 0x20 }) { return field.value }
      }
    }
    return nil
  }

  /// Whether a key stands in the file, with or without a value.
  func has(_ key: String) -> Bool { fields.contains { $0.key == key } }

  private mutating func read() -> Bool {
    var hasOpened = false
    var outer = ""
    var outerIndent = 0
    while position < lines.count {
      let line = lines[position]
      if Self.isBlank(line) || line.first == 0x23 {
        position += 1
        continue
      }
      if line.elementsEqual("---".utf8) || line.elementsEqual("...".utf8) {
        position += 1
        if hasOpened || !fields.isEmpty {
          rest = lines[position...].map { String($0) ?? "" }.joined(separator: "\n")
          return true
        }
        hasOpened = true
        continue
      }
      let indent = Self.indent(of: line)
      if indent == 0 { outer = "" }
      guard indent == 0 || !outer.isEmpty && indent >= outerIndent, fields.count < 200,
        let (key, value) = Self.pair(line.dropFirst(indent))
      else { return false }
      position += 1
      if value.isEmpty, indent == 0, let next = nextIndent(), next > 0 {
        (outer, outerIndent) = (key + ".", next)
        continue
      }
      fields.append((indent == 0 ? key : outer + key, scalar(value, indent: indent)))
    }
    return true
  }

  /// The indentation of the next line, where that is a field.
  private func nextIndent() -> Int? {
    guard position < lines.count else { return nil }
    let indent = Self.indent(of: lines[position])
    return Self.pair(lines[position].dropFirst(indent)) == nil ? nil : indent
  }

  // MARK: Lines

  private static func isBlank(_ line: Substring.UTF8View) -> Bool {
    line.allSatisfy { $0 <= 0x20 }
  }

  private static func indent(of line: Substring.UTF8View) -> Int {
    line.prefix { $0 == 0x20 }.count
  }

  /// `key: value`, with the spaces around the value taken off.
  private static func pair(
    _ line: Substring.UTF8View
  ) -> (key: String, value: Substring.UTF8View)? {
    guard let colon = line.firstIndex(of: 0x3A), colon > line.startIndex else { return nil }
    let key = line[..<colon]
    guard
      key.allSatisfy({ byte in
        let small = byte | 0x20
        return small >= 0x61 && small <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == 0x5F
          || byte == 0x2D
      }), key.count <= 40
    else { return nil }
    let value = line[line.index(after: colon)...]
    guard value.isEmpty || value.first == 0x20 else { return nil }
    return (String(decoding: key, as: UTF8.self), trimmed(value))
  }

  private static func trimmed(_ text: Substring.UTF8View) -> Substring.UTF8View {
    var slice = text.drop { $0 <= 0x20 }
    while let last = slice.last, last <= 0x20 { slice = slice.dropLast() }
    return slice
  }

  // MARK: Scalars

  private mutating func scalar(_ first: Substring.UTF8View, indent: Int) -> String {
    switch first.first {
    case 0x7C, 0x3E: return block(first, indent: indent)
    case 0x22: return quoted(first, mark: 0x22)
    case 0x27: return quoted(first, mark: 0x27)
    default: return plain(first, indent: indent)
    }
  }

  /// `|` keeps line ends, `>` folds them; `-` takes the last one off (§8.1).
  private mutating func block(_ header: Substring.UTF8View, indent: Int) -> String {
    let isFolded = header.first == 0x3E
    let stated = header.first { $0 >= 0x31 && $0 <= 0x39 }.map { Int($0 - 0x30) + indent }
    var depth = stated
    var result: [UInt8] = []
    var emptyCount = 0
    var wasIndented = false
    while position < lines.count {
      let line = lines[position]
      if Self.isBlank(line) {
        emptyCount += 1
        position += 1
        continue
      }
      let lineIndent = Self.indent(of: line)
      let needed = depth ?? lineIndent
      guard needed > indent, lineIndent >= needed else { break }
      depth = needed
      let isIndented = lineIndent > needed
      if !result.isEmpty {
        if isFolded, !isIndented, !wasIndented {
          result.append(
            contentsOf: emptyCount == 0 ? [0x20] : Array(repeating: 0x0A, count: emptyCount))
        } else {
          result.append(contentsOf: Array(repeating: 0x0A, count: emptyCount + 1))
        }
      }
      result.append(contentsOf: line.dropFirst(needed))
      emptyCount = 0
      wasIndented = isIndented
      position += 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Plain text, with the lines below that are set in; a comment ends it (§7.3.3).
  private mutating func plain(_ first: Substring.UTF8View, indent: Int) -> String {
    var pieces = [Self.withoutComment(first)]
    while position < lines.count, !Self.isBlank(lines[position]),
      Self.indent(of: lines[position]) > indent
    {
      pieces.append(Self.withoutComment(Self.trimmed(lines[position])))
      position += 1
    }
    let text = pieces.filter { !$0.isEmpty }.joined(separator: " ")
    return text == "~" || text == "null" ? "" : text
  }

  private static func withoutComment(_ text: Substring.UTF8View) -> String {
    var previous: UInt8 = 0x20
    for index in text.indices {
      if text[index] == 0x23, previous <= 0x20 {
        return String(decoding: trimmed(text[..<index]), as: UTF8.self)
      }
      previous = text[index]
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Text in quotation marks, over as many lines as it takes; line ends fold to spaces (§7.3.1, §7.3.2).
  private mutating func quoted(_ first: Substring.UTF8View, mark: UInt8) -> String {
    var result: [UInt8] = []
    var line = first.dropFirst()
    while true {
      var index = line.startIndex
      var joinsNext = false
      while index < line.endIndex {
        let byte = line[index]
        let next = line.index(after: index)
        if byte == mark {
          guard mark == 0x27, next < line.endIndex, line[next] == mark else {
            return String(decoding: result, as: UTF8.self)
          }
          result.append(mark)
          index = line.index(after: next)
        } else if byte == 0x5C, mark == 0x22 {
          guard next < line.endIndex else {
            joinsNext = true
            break
          }
          index = YAMLEscapes.append(line, from: next, to: &result)
        } else {
          result.append(byte)
          index = next
        }
      }
      var emptyCount = 0
      while position < lines.count, Self.isBlank(lines[position]) {
        emptyCount += 1
        position += 1
      }
      guard position < lines.count else { return String(decoding: result, as: UTF8.self) }
      if emptyCount > 0 {
        result.append(contentsOf: Array(repeating: 0x0A, count: emptyCount))
      } else if !joinsNext {
        result.append(0x20)
      }
      line = Self.trimmed(lines[position])
      position += 1
    }
  }
}

/// The escapes of a double-quoted scalar (YAML 1.2 §5.7).
private enum YAMLEscapes {
  /// Appends what the escape at `index`, after its backslash, stands for; returns where it ends.
  static func append(
    _ line: Substring.UTF8View, from index: String.Index, to result: inout [UInt8]
  ) -> String.Index {
    let letter = line[index]
    var end = line.index(after: index)
    let digitCount = [0x78: 2, 0x75: 4, 0x55: 8][Int(letter)]
    guard let digitCount else {
      switch letter {
      case 0x6E: result.append(0x0A)
      case 0x72: result.append(0x0D)
      case 0x74, 0x09: result.append(0x09)
      case 0x5F: result.append(0x20)
      case 0x30, 0x61, 0x62, 0x65, 0x66, 0x76: break
      default: result.append(letter)
      }
      return end
    }
    let digits = line[end...].prefix(digitCount)
    guard var value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else {
      result.append(letter)
      return end
    }
    end = digits.endIndex
    if (0xD800..<0xDC00).contains(value), line[end...].starts(with: "\\u".utf8) {
      let second = line[end...].dropFirst(2).prefix(4)
      if let low = UInt32(String(decoding: second, as: UTF8.self), radix: 16),
        (0xDC00..<0xE000).contains(low)
      {
        value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
        end = second.endIndex
      }
    }
    result.append(contentsOf: String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
    return end
  }
}
