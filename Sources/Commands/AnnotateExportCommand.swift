internal import Annotating
internal import ArchiveStore
internal import ArgumentParser
internal import Arguments
internal import Digests
internal import Discussion
internal import Exports

/// `thresh annotate export`.
struct AnnotateExportCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes marks as a coding sheet for a spreadsheet, or as W3C Web Annotations.",
    discussion: """
      Examples:
        thresh annotate export subject:esusu --output sheet.csv
        thresh annotate export --coder Ada --suggestions none --output ada.csv
        thresh annotate export --format webannotation --suggestions all --output marks.jsonld

      A sheet has one row a unit: a sentence, or a clause that gives a reason. A code with ? behind it is a suggestion:
      take the ? away to accept it, take the code away to reject it. Sort and delete rows and columns as you like, but \
      keep `unit`, and `was`, by which `thresh annotate import` tells what you changed.
      """)

  /// What is written.
  enum Format: String, CaseIterable {
    case sheet, webannotation
  }

  @OptionGroup var global: GlobalOptions

  @OptionGroup var selection: MarkSelection

  @OptionGroup var reader: ReaderName

  @Option(
    help: ArgumentHelp("sheet or webannotation.", valueName: "format"), transform: Choice.parse)
  var format = Format.sheet

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Where to write; - is here.", valueName: "file"))
  var output = "-"

  @Option(
    help: ArgumentHelp("Only marks of this coder, and a sheet in their name.", valueName: "name"))
  var coder: String?

  @Flag(help: "Of a sheet, only the rows on which something is marked.")
  var marked = false

  func perform() async throws {
    let archive = try Archive(path: try ArchiveLocation.path(global), create: false)
    var found = try selection.marks(in: archive)
    if let coder {
      found = found.map { post, marks in
        (post, marks.filter { !$0.isByReader || $0.by == coder })
      }
    }
    let file = try OutputFile(output)
    switch format {
    case .sheet: try writeSheet(found, in: archive, to: file)
    case .webannotation: try writeAnnotations(found, to: file)
    }
    try file.close()
  }

  private func writeSheet(
    _ found: [(post: ArchivedPost, marks: [Annotation])], in archive: Archive, to file: OutputFile
  ) throws {
    var marks: [PostID: [Annotation]] = [:]
    for (post, list) in found { marks[post.post.id] = list }
    var query = QueryText()
    query.words = selection.words
    let ids = try archive.ids(
      matching: try query.expression(), today: QueryText.today,
      suggestions: selection.suggestions)
    let reader = ArgumentReader()
    var count = 0
    // Spreadsheets take a file for UTF-8 by its byte order mark.
    try file.write(Array("\u{feff}\(CodingSheet.columns.joined(separator: ","))\r\n".utf8))
    try archive.forEachPost(in: ids, detail: [.text]) { archived, _ in
      guard let text = archived.post.text else { return }
      let own = marks[archived.post.id] ?? []
      guard !marked || !own.isEmpty else { return }
      let units = reader.units(of: text, blocks: archived.post.blocks)
      let rows = CodingSheet.rows(
        of: archived, units: marked ? [] : units, marks: own,
        coder: coder ?? "", linkEvidence: AnnotateExportCommand.evidence(archived))
      for row in rows {
        let cells = CodingSheet.cells(of: row).map { CSVField.quoted(CodingSheet.guarded($0)) }
        try file.write(Array((cells.joined(separator: ",") + "\r\n").utf8))
      }
      count += rows.count
    }
    guard !global.quiet else { return }
    try StandardOutput.shared.flush()
    let name = output == "-" ? "FILE" : SafeText.line(output)
    StandardError.write(
      "\(Counts.of(count, "row")) written.\nNext: `thresh annotate import \(name) --dry-run`\n")
  }

  /// `header, certain`.
  static func evidence(_ archived: ArchivedPost) -> String {
    guard let link = archived.link, let reason = link.reasons.first else { return "" }
    return "\(reason.kind.rawValue), \(link.certainty.rawValue)"
  }

  private func writeAnnotations(
    _ found: [(post: ArchivedPost, marks: [Annotation])], to file: OutputFile
  ) throws {
    let total = found.reduce(0) { $0 + $1.marks.count }
    var json = JSONWriter()
    WebAnnotation.begin(total: total, to: &json)
    for (archived, marks) in found {
      let source = WebAnnotation.Source(of: archived.post)
      for mark in marks {
        WebAnnotation.write(mark, of: source, to: &json)
      }
      try file.write(json.takeBytes())
    }
    WebAnnotation.end(to: &json)
    try file.write(json.takeBytes())
    guard !global.quiet else { return }
    try StandardOutput.shared.flush()
    StandardError.write("\(Counts.of(total, "mark")) written.\n")
  }
}

extension ArgumentReader {
  /// Where the units of the own words stand: sentences, and clauses that give reasons.
  func units(of text: String, blocks: [Block]) -> [Range<Int>] {
    read(text, blocks: blocks).units.map { $0.start..<$0.end }
  }
}
