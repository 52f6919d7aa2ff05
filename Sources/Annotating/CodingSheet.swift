public import Discussion

/// A sheet for spreadsheets: one row a unit, with what is known of it and what coders say.
public struct CodingSheet: Sendable, Hashable {
  /// One row.
  public struct Row: Sendable, Hashable {
    /// The line of the file, from 1; 0 where there is none yet.
    public var line = 0
    /// The post.
    public var post: PostID
    /// The span in Unicode scalars; nil for the whole post.
    public var range: Range<Int>?
    /// The thread's id.
    public var thread = ""
    /// The distance from the root; -1 where it was not given.
    public var depth = 0
    /// The author as shown.
    public var author = ""
    /// The date, ISO 8601.
    public var date = ""
    /// The words, white space folded.
    public var text = ""
    /// What the row says.
    public var codes = UnitCodes()
    /// What it said when it was written; nil where the column is gone.
    public var before: UnitCodes?
    /// The digest of the note that it had.
    public var noteBefore = ""
    /// Why the post hangs where it does.
    public var linkEvidence = ""
    /// Who coded.
    public var coder = ""

    /// A row of a post or of a span of it.
    public init(post: PostID, range: Range<Int>?) {
      self.post = post
      self.range = range
    }

    /// How the row is named: the post, and the span behind a colon.
    public var unit: String {
      post.text + (range.map { ":\($0.lowerBound)-\($0.upperBound)" } ?? "")
    }
  }

  /// The names of the columns.
  public static let columns = [
    "unit", "thread", "depth", "author", "date", "text", "topics", "role", "stance", "target",
    "note", "link evidence", "coder", "was",
  ]

  /// A row that could not be read, and why.
  public struct Fault: Error, Hashable, Sendable {
    /// The line of the file, from 1.
    public var line: Int
    /// What is wrong.
    public var message: String

    /// Names a row.
    public init(line: Int, message: String) {
      self.line = line
      self.message = message
    }
  }

  /// The rows, in the order of the file.
  public var rows: [Row] = []
  /// What could not be read.
  public var faults: [Fault] = []

  /// The cells of a row, as they stand in the columns.
  public static func cells(of row: Row) -> [String] {
    let codes = row.codes.codes.sorted()
    func words(_ kind: UnitCodes.Kind) -> String {
      codes.filter { $0.kind == kind }.map { $0.word + ($0.isOpen ? "?" : "") }
        .joined(separator: "; ")
    }
    let stance = codes.first { $0.kind == .stance }
    return [
      row.unit, row.thread, "\(row.depth)", row.author, row.date, row.text, words(.topic),
      words(.role), words(.stance), stance?.target ?? "", row.codes.note ?? "", row.linkEvidence,
      row.coder, was(row.codes),
    ]
  }

  /// Reads a sheet; columns may stand in any order, and all but `unit` may be gone.
  ///
  /// - Throws: ``Fault`` where there is no column `unit`.
  public init(_ table: CSVTable) throws(Fault) {
    guard let unit = table.column("unit") else {
      throw Fault(
        line: 1, message: "there is no column `unit`, by which rows name what they are about")
    }
    let places = Dictionary(
      uniqueKeysWithValues: CodingSheet.columns.map { ($0, table.column($0)) })
    for source in table.rows {
      func cell(_ name: String) -> String {
        guard let place = places[name].flatMap(\.self), place < source.fields.count else {
          return ""
        }
        return CodingSheet.plain(source.fields[place])
      }
      guard unit < source.fields.count,
        var row = CodingSheet.row(named: CodingSheet.trimmed(source.fields[unit]))
      else {
        faults.append(
          Fault(line: source.line, message: "the cell `unit` names no unit; the row is left out"))
        continue
      }
      row.line = source.line
      row.text = cell("text")
      row.author = cell("author")
      row.coder = CodingSheet.trimmed(cell("coder"))
      for (kind, name) in [(UnitCodes.Kind.topic, "topics"), (.role, "role"), (.stance, "stance")] {
        for word in CodingSheet.words(cell(name)) {
          let target = kind == .stance ? CodingSheet.trimmed(cell("target")) : nil
          let isOpen = word.hasSuffix("?")
          row.codes.codes.insert(
            UnitCodes.Code(
              kind, CodingSheet.trimmed(isOpen ? String(word.dropLast()) : word),
              target: target.map { $0.isEmpty ? "parent" : $0 }, isOpen: isOpen))
        }
      }
      let note = cell("note")
      row.codes.note = CodingSheet.trimmed(note).isEmpty ? nil : note
      if places["was"].flatMap(\.self) != nil { CodingSheet.read(was: cell("was"), into: &row) }
      rows.append(row)
    }
  }

  /// A sheet of no rows.
  public init() {}

  /// What a row says in one cell, by which it is later told what was changed.
  private static func was(_ codes: UnitCodes) -> String {
    let words = codes.codes.sorted().map { code in
      let name = ["t", "r", "s"][code.kind.rawValue]
      return "\(name)=\(code.word)\(code.target.map { ">\($0)" } ?? "")\(code.isOpen ? "?" : "")"
    }
    let note = codes.note.map { ["n=\(digest($0))"] } ?? []
    let text = (words + note).joined(separator: " ")
    return text.isEmpty ? "nothing" : text
  }

  private static func read(was text: String, into row: inout Row) {
    guard !trimmed(text).isEmpty else { return }
    var before = UnitCodes()
    for part in text.split(separator: " ") where part.dropFirst().first == "=" {
      var word = String(part.dropFirst(2))
      if part.hasPrefix("n=") {
        row.noteBefore = word
        continue
      }
      let isOpen = word.hasSuffix("?")
      if isOpen { word.removeLast() }
      let kind: UnitCodes.Kind =
        part.hasPrefix("t=") ? .topic : part.hasPrefix("r=") ? .role : .stance
      var target: String?
      if kind == .stance {
        let pieces = word.split(separator: ">", maxSplits: 1).map(String.init)
        word = pieces.first ?? ""
        target = pieces.count == 2 ? pieces[1] : "parent"
      }
      before.codes.insert(UnitCodes.Code(kind, word, target: target, isOpen: isOpen))
    }
    row.before = before
  }

  /// A few characters that stand for a note.
  public static func digest(_ note: String) -> String {
    StableName.letters(of: note, characterCount: 8)
  }

  private static func row(named name: String) -> Row? {
    let parts = name.split(separator: ":", omittingEmptySubsequences: false)
    guard let id = parts.first, id.count == 12,
      id.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
    else { return nil }
    guard parts.count > 1 else { return Row(post: PostID(id.lowercased()), range: nil) }
    let ends = parts[1].split(separator: "-").compactMap { Int($0) }
    guard parts.count == 2, ends.count == 2, ends[0] >= 0, ends[0] < ends[1] else { return nil }
    return Row(post: PostID(id.lowercased()), range: ends[0]..<ends[1])
  }

  private static func words(_ cell: String) -> [String] {
    cell.split { $0 == ";" || $0 == "," || $0 == "\n" }.map { trimmed(String($0)) }
      .filter { !$0.isEmpty && $0 != "?" }
  }

  /// A cell without the apostrophe that keeps spreadsheets from running it.
  private static func plain(_ cell: String) -> String {
    guard cell.first == "'", let next = cell.unicodeScalars.dropFirst().first,
      "'=+-@\t\r\n＝＋－＠".unicodeScalars.contains(next)
    else { return cell }
    return String(cell.dropFirst())
  }

  /// A cell as ``plain(_:)`` gives it back.
  public static func guarded(_ cell: String) -> String {
    guard cell.first == "'", let next = cell.unicodeScalars.dropFirst().first,
      "'=+-@\t\r\n＝＋－＠".unicodeScalars.contains(next)
    else { return cell }
    return "'" + cell
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text.drop { $0.isWhitespace })
  }
}
