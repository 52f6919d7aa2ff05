internal import Discussion

/// Finds changes to program text: unified, context and normal diffs, and the table that precedes them.
extension LineTable {
  /// Settles a unified or context diff that begins at a line, and gives its end.
  mutating func patch(at index: Int) -> Int? {
    guard startsPatch(index) else { return nil }
    if starts(index, with: "--- "), !(index + 1 < lines.count && starts(index + 1, with: "+++ ")) {
      return nil
    }
    if starts(index, with: "*** "), !(index + 1 < lines.count && starts(index + 1, with: "--- ")) {
      return nil
    }
    if starts(index, with: "Index: "),
      !(index + 1 < lines.count && starts(index + 1, with: "======"))
    {
      return nil
    }
    if starts(index, with: "*** ") { return contextDiff(at: index) }
    var end = index
    var hunks = 0
    while end < lines.count {
      if let counts = hunkCounts(end) {
        end = endOfHunk(from: end + 1, old: counts.old, new: counts.new)
        hunks += 1
      } else if isPatchHeader(end) {
        end += 1
      } else if lines[end].isBlank, end + 1 < lines.count,
        isPatchHeader(end + 1) || hunkCounts(end + 1) != nil
      {
        end += 1
      } else {
        break
      }
    }
    guard hunks > 0 || starts(index, with: "diff --git ") else { return end > index ? end : nil }
    settle(index..<end, as: .patch)
    return end
  }

  private func startsPatch(_ index: Int) -> Bool {
    switch bytes[lines[index].start] {
    case ASCII.hyphen: starts(index, with: "--- ")
    case ASCII.asterisk: starts(index, with: "*** ")
    case ASCII.at: starts(index, with: "@@ -")
    case UInt8(ascii: "I"): starts(index, with: "Index: ")
    default: starts(index, with: "diff -")
    }
  }

  private func isPatchHeader(_ index: Int) -> Bool {
    for word in PatchWords.headers where starts(index, with: word) { return true }
    return false
  }

  /// The two counts of "@@ -1,2 +3,4 @@".
  private func hunkCounts(_ index: Int) -> (old: Int, new: Int)? {
    guard starts(index, with: "@@ -") else { return nil }
    var position = lines[index].start + 4
    let end = lines[index].end
    func number() -> Int? {
      var value = 0
      let start = position
      while position < end, bytes[position].isDigit, value < 1_000_000 {
        value = value * 10 + Int(bytes[position] - 0x30)
        position += 1
      }
      return position > start ? value : nil
    }
    func count() -> Int? {
      guard number() != nil else { return nil }
      guard position < end, bytes[position] == ASCII.comma else { return 1 }
      position += 1
      return number()
    }
    guard let old = count() else { return nil }
    while position < end, bytes[position] == ASCII.space { position += 1 }
    guard position < end, bytes[position] == ASCII.plus else { return nil }
    position += 1
    guard let new = count() else { return nil }
    return (old, new)
  }

  private func endOfHunk(from start: Int, old: Int, new: Int) -> Int {
    var old = old
    var new = new
    var index = start
    while index < lines.count, old > 0 || new > 0 {
      let line = lines[index]
      if line.start == line.end {
        old -= 1
        new -= 1
      } else {
        switch bytes[line.start] {
        case ASCII.space, ASCII.tab, 0xc2:
          old -= 1
          new -= 1
        case ASCII.hyphen: old -= 1
        case ASCII.plus: new -= 1
        case 0x5c: break
        default:
          // A mail program broke the line above; more than one such line ends the hunk.
          guard index + 1 < lines.count, lines[index + 1].start < lines[index + 1].end else {
            return index
          }
          let next = bytes[lines[index + 1].start]
          guard next == ASCII.space || next == ASCII.plus || next == ASCII.hyphen else {
            return index
          }
        }
      }
      index += 1
    }
    while index < lines.count, starts(index, with: "\\ No newline") { index += 1 }
    return index
  }

  private mutating func contextDiff(at index: Int) -> Int? {
    guard index + 2 < lines.count, starts(index + 2, with: "*****") else { return nil }
    var end = index + 2
    while end < lines.count, lines[end].start < lines[end].end {
      let first = bytes[lines[end].start]
      guard
        first == ASCII.space || first == ASCII.plus || first == ASCII.hyphen
          || first == ASCII.asterisk || first == 0x21
      else {
        break
      }
      end += 1
    }
    guard end > index + 3 else { return nil }
    settle(index..<end, as: .patch)
    return end
  }

  /// "3,4c5", and lines that begin with `<`, `>` and `---`.
  mutating func normalDiff(at index: Int) -> Int? {
    guard isEditCommand(index), index + 1 < lines.count,
      starts(index + 1, with: "< ") || starts(index + 1, with: "> ")
    else {
      return nil
    }
    var end = index + 1
    while end < lines.count,
      starts(end, with: "<") || starts(end, with: ">") || starts(end, with: "---")
        || isEditCommand(end)
    {
      end += 1
    }
    for line in index..<end {
      lines[line].depth = 0
      setContent(of: line, to: lines[line].start)
      lines[line].labelEnd = nil
    }
    settle(index..<end, as: .patch)
    return end
  }

  private func isEditCommand(_ index: Int) -> Bool {
    var letters = 0
    let range = content(index)
    guard range.count >= 3, range.count < 40 else { return false }
    for position in range {
      let byte = bytes[position]
      if byte == UInt8(ascii: "a") || byte == UInt8(ascii: "c") || byte == UInt8(ascii: "d") {
        letters += 1
      } else if !byte.isDigit, byte != ASCII.comma {
        return false
      }
    }
    return letters == 1 && bytes[range.upperBound - 1].isDigit
  }

  /// " path/file.c | 12 ++--" lines up to " 2 files changed".
  mutating func diffstat(at index: Int) -> Int? {
    var end = index
    while end < lines.count, isDiffstat(end) { end += 1 }
    guard end > index else { return nil }
    guard end < lines.count else { return end }
    let range = content(end)
    guard let first = range.first, bytes[first].isDigit, range.count < 120,
      Self.changed.occurs(in: bytes, range)
    else {
      return end
    }
    end += 1
    while end < lines.count,
      starts(end, with: " create mode ") || starts(end, with: " delete mode ")
        || starts(end, with: " rename ") || starts(end, with: " mode change ")
    {
      end += 1
    }
    settle(index..<end, as: .patch)
    return end
  }

  private static let changed = PhraseTable(["file changed", "files changed"])

  private func isDiffstat(_ index: Int) -> Bool {
    let range = content(index)
    guard lines[index].start < range.lowerBound, range.count < 300,
      let bar = bytes[range].firstIndex(of: ASCII.pipe), bar > range.lowerBound
    else {
      return false
    }
    var position = bar + 1
    while position < range.upperBound, bytes[position] == ASCII.space { position += 1 }
    guard position < range.upperBound else { return false }
    if bytes.has("Bin", at: position, before: range.upperBound) { return true }
    guard bytes[position].isDigit else { return false }
    while position < range.upperBound {
      let byte = bytes[position]
      guard byte.isDigit || byte == ASCII.space || byte == ASCII.plus || byte == ASCII.hyphen else {
        return false
      }
      position += 1
    }
    return true
  }
}

/// What the lines between the hunks of a patch begin with.
enum PatchWords {
  static let headers: [StaticString] = [
    "diff -", "index ", "--- ", "+++ ", "Index: ", "=====", "new file mode ", "deleted file mode ",
    "old mode ", "new mode ", "similarity index ", "rename from ", "rename to ", "copy from ",
    "copy to ", "Binary files ", "GIT binary patch", "RCS file: ", "retrieving revision ",
  ]
}
