import Annotating
import Discussion
import Testing

/// Coding sheets go out, are edited, sorted and shortened in a spreadsheet, and come back.
struct CodingSheetTests {
  private static let text = "Fees are rent. I think five is too much. Who pays?"
  private let units = [0..<14, 15..<40, 41..<50]

  private var post: Post {
    var post = Post(id: PostID("k3v9q2m7xa5t"), kind: .message)
    post.text = Self.text
    post.author.name = "Ada Example"
    return post
  }

  private var archived: ArchivedPost {
    ArchivedPost(
      post: post, thread: post.id, parent: nil, depth: 0, position: 0, link: nil, person: nil,
      venues: [], copies: [])
  }

  private func mark(
    _ range: Range<Int>?, by: String? = nil, topic: String? = nil, role: String? = nil,
    stance: String? = nil, note: String? = nil
  ) -> Annotation {
    var mark = Annotation(
      post: post.id, range: range, in: Array(Self.text.unicodeScalars),
      origin: by.map { "person:\($0)" } ?? "rule", topic: topic, role: role, stance: stance)
    mark.by = by
    mark.note = note
    return mark
  }

  private func rows(_ marks: [Annotation]) -> [CodingSheet.Row] {
    CodingSheet.rows(of: archived, units: units, marks: marks, coder: "", linkEvidence: "")
  }

  /// A sheet as a file, with whatever a person does to its cells.
  private func sheet(
    _ rows: [CodingSheet.Row], edit: (inout [[String]]) -> Void = { _ in }
  ) throws -> CodingSheet {
    var cells = rows.map(CodingSheet.cells)
    edit(&cells)
    let lines = ([CodingSheet.columns] + cells).map { row in
      row.map { "\"\(CodingSheet.guarded($0).replacing("\"", with: "\"\""))\"" }
        .joined(separator: ",")
    }
    return try CodingSheet(CSVTable(lines.joined(separator: "\r\n") + "\r\n"))
  }

  private func changes(
    _ sheet: CodingSheet, _ marks: [Annotation]
  ) -> (changes: [SheetChange], faults: [CodingSheet.Fault]) {
    var faults = sheet.faults
    let changes = CodingSheet.changes(
      of: sheet.rows, to: post, marks: marks, reader: "Ben", faults: &faults
    ).map { change in
      // The id of a new mark is made when it is kept.
      guard case .add(var mark) = change else { return change }
      mark.id = ""
      return .add(mark)
    }
    return (changes, faults)
  }

  private let columns = Dictionary(
    uniqueKeysWithValues: CodingSheet.columns.enumerated().map { ($1, $0) })

  private var everything: [Annotation] {
    [
      mark(nil, by: "Ada", note: "the whole, with \"signs\",\nand lines"),
      mark(0..<14, by: "Ada", topic: "fees", role: "claim"),
      mark(0..<14, by: "Ada", topic: "rent"),
      mark(0..<14, by: "Ben", topic: "fees", note: "=1+1"),
      mark(15..<40, role: "claim"), mark(15..<40, stance: "disagree"),
      mark(5..<8, by: "Ada", stance: "agree", note: "'-quoted"),
    ]
  }

  private func added(_ mark: Annotation) -> SheetChange {
    var mark = mark
    mark.id = ""
    return .add(mark)
  }

  @Test func anUntouchedSheetChangesNothing() throws {
    let (changes, faults) = changes(try sheet(rows(everything)), everything)
    #expect(changes == [])
    #expect(faults == [])
  }

  @Test func sortedAndShortenedItChangesNothing() throws {
    let sheet = try sheet(rows(everything)) { cells in
      cells.reverse()
      cells.removeFirst(2)
    }
    #expect(changes(sheet, everything).changes == [])
  }

  @Test func withoutTheColumnsThatTellNothingIsTakenAway() throws {
    let sheet = try CodingSheet(
      CSVTable("role;unit\nquestion;k3v9q2m7xa5t:41-50\n;k3v9q2m7xa5t:0-14\n"))
    let (changes, faults) = changes(sheet, everything)
    #expect(changes == [added(mark(41..<50, by: "Ben", role: "question"))])
    #expect(faults == [])
  }

  @Test func aSuggestionIsAcceptedByItsSignAndRejectedByItsCell() throws {
    let marks = [mark(15..<40, role: "claim"), mark(15..<40, stance: "disagree")]
    let role = try #require(columns["role"])
    let stance = try #require(columns["stance"])
    let sheet = try sheet(rows(marks)) { cells in
      #expect(cells[1][role] == "claim?")
      cells[1][role] = "claim"
      cells[1][stance] = ""
    }
    #expect(changes(sheet, marks).changes == [.accept(marks[0]), .reject(marks[1])])
  }

  @Test func anotherWordChangesTheMarkAndAMissingOneRemovesIt() throws {
    let marks = [
      mark(0..<14, by: "Ada", role: "claim"), mark(41..<50, by: "Ada", role: "question"),
    ]
    let role = try #require(columns["role"])
    let sheet = try sheet(rows(marks)) { cells in
      cells[0][role] = "premise"
      cells[2][role] = ""
    }
    var changed = marks[0]
    changed.role = "premise"
    var gone = marks[1]
    gone.role = nil
    #expect(changes(sheet, marks).changes == [.change(changed), .remove(gone)])
  }

  @Test func aNewTopicLeavesTheOthersAndIsTheCodersOfTheRow() throws {
    let marks = [mark(0..<14, by: "Ada", topic: "fees")]
    let topics = try #require(columns["topics"])
    let sheet = try sheet(rows(marks)) { cells in
      cells[0][topics] = "fees; scale"
      cells[1][topics] = "scale"
    }
    #expect(
      changes(sheet, marks).changes == [
        added(mark(0..<14, by: "Ada", topic: "scale")),
        added(mark(15..<40, by: "Ben", topic: "scale")),
      ])
  }

  @Test func whatWasMarkedSinceStays() throws {
    let old = mark(0..<14, by: "Ada", topic: "fees")
    let sheet = try sheet(rows([old]))
    let since = mark(0..<14, by: "Ada", topic: "rent")
    #expect(changes(sheet, [old, since]).changes == [])
  }

  @Test func rowsThatCannotBePlacedAreNamed() throws {
    let sheet = try CodingSheet(
      CSVTable(
        """
        unit,text,role
        nonsense,,claim
        k3v9q2m7xa5t:3-9,words that never stood here at all,claim
        k3v9q2m7xa5t:0-14,Fees are rent.,premise?
        """))
    let (changes, faults) = changes(sheet, [])
    #expect(changes == [])
    #expect(faults.map(\.line).sorted() == [2, 3, 4])
  }

  @Test func wordsThatMovedAreFoundByTheirText() throws {
    let sheet = try CodingSheet(
      CSVTable("unit,text,role\nk3v9q2m7xa5t:20-45,I think five is too much.,claim\n"))
    #expect(
      changes(sheet, []).changes == [added(mark(15..<40, by: "Ben", role: "claim"))])
  }

  @Test(arguments: [",", ";", "\t"]) func tablesAreReadAsSpreadsheetsSaveThem(sign: String) {
    let table = CSVTable(
      "\u{feff}unit\(sign)note\r\n\"a\"\"b\"\(sign)\"two\nlines\"\r\n\r\nlast\(sign)")
    #expect(table.header == ["unit", "note"])
    #expect(table.rows.map(\.fields) == [["a\"b", "two\nlines"], ["last", ""]])
    #expect(table.rows.map(\.line) == [2, 5])
  }

  @Test(arguments: ["", "\"", ",,,\n\"never closed", "\r\r\r", "unit"])
  func hostileTablesAreTables(text: String) throws {
    let table = CSVTable(text)
    #expect(table.rows.allSatisfy { $0.line >= 1 })
    _ = try? CodingSheet(table)
  }
}
