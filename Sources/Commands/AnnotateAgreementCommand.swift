internal import Annotating
internal import ArchiveStore
internal import ArgumentParser
internal import Arguments
internal import Discussion
internal import Exports
private import Foundation

/// `thresh annotate agreement`.
struct AnnotateAgreementCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "agreement",
    abstract: "Tells how far two coders agree beyond chance: Cohen's kappa, Krippendorff's alpha.",
    discussion: """
      Examples:
        thresh annotate agreement Ada Ben
        thresh annotate agreement ada.csv ben.csv
        thresh annotate agreement Ada rule --json

      Each of the two is a coder, an origin of suggestions (rule, codebook, model:NAME) or a sheet. Sheets are compared \
      on the units that both have; coders of the archive on all sentences of the posts in which both marked something. A \
      mark counts for each sentence of which it covers half. Codes with ? do not count.
      """)

  @OptionGroup var global: GlobalOptions

  @Argument(help: ArgumentHelp("A coder, an origin or a sheet.", valueName: "a"))
  var first: String

  @Argument(help: ArgumentHelp("Another.", valueName: "b"))
  var second: String

  func perform() async throws {
    let sides = [first, second]
    let areSheets = sides.map { FileManager.default.fileExists(atPath: $0) }
    var archive: Archive?
    if areSheets.contains(false) {
      archive = try Archive(path: try ArchiveLocation.path(global), create: false)
    }
    let codes: [[String: UnitCodes]]
    if let archive {
      let sheets = try zip(sides, areSheets).map { name, isSheet in
        isSheet ? try AnnotateAgreementCommand.sheet(name) : nil
      }
      codes = try CodersOfArchive(archive: archive).codes(of: sides, sheets: sheets)
    } else {
      codes = try sides.map(AnnotateAgreementCommand.sheet)
    }
    let units = Set(codes[0].keys).intersection(codes[1].keys).sorted()
    guard !units.isEmpty else {
      throw Failure(
        message: "\(SafeText.line(first)) and \(SafeText.line(second)) have no unit in common",
        hint: areSheets.contains(false)
          ? "`thresh annotate list --suggestions none` shows who marked what" : nil)
    }
    let comparison = CoderComparison(
      units.map { (codes[0][$0] ?? UnitCodes(), codes[1][$0] ?? UnitCodes()) })
    if global.json { return try writeJSON(comparison, unitCount: units.count) }
    try write(comparison, unitCount: units.count)
  }

  private func write(_ comparison: CoderComparison, unitCount: Int) throws {
    let terminal = Terminal(color: global.color)
    func figure(_ number: Double?) -> String {
      Columns.fit(number.map { String(format: "%.3f", $0) } ?? "–", 8, alignRight: true)
    }
    let width = max(12, comparison.lines.map { Columns.width($0.name) }.max() ?? 0)
    try StandardOutput.shared.write(
      terminal.styled(
        Columns.fit("", width) + "   units  coded by A   by B   equal   kappa   alpha", .dim) + "\n"
    )
    for line in comparison.lines {
      let numbers = [line.unitCount] + line.codedCounts
      try StandardOutput.shared.write(
        Columns.fit(SafeText.line(line.name), width)
          + Columns.fit(Counts.grouped(numbers[0]), 8, alignRight: true)
          + Columns.fit(Counts.grouped(numbers[1]), 12, alignRight: true)
          + Columns.fit(Counts.grouped(numbers[2]), 7, alignRight: true)
          + figure(line.share) + figure(line.kappa) + figure(line.alpha) + "\n")
    }
    guard !global.quiet else { return }
    try StandardOutput.shared.flush()
    StandardError.write(
      """
      A is \(SafeText.line(first)), B is \(SafeText.line(second)); \(Counts.of(unitCount, "unit")) in common.
      A dash: both gave one code throughout, or nothing; chance explains that.

      """)
  }

  private func writeJSON(_ comparison: CoderComparison, unitCount: Int) throws {
    var json = JSONWriter()
    json.object { json in
      json.member("format", 1)
      json.array("coders") { json in [first, second].forEach { json.value($0) } }
      json.member("units", unitCount)
      json.array("agreement") { json in
        for line in comparison.lines {
          json.object { json in
            json.member("name", line.name)
            json.member("units", line.unitCount)
            json.array("coded") { json in line.codedCounts.forEach { json.value($0) } }
            json.member("equal", line.share)
            json.member("kappa", line.kappa)
            json.member("alpha", line.alpha)
          }
        }
      }
    }
    json.newline()
    try StandardOutput.shared.write(bytes: json.bytes)
  }

  /// What a sheet says of each unit; suggestions left out.
  private static func sheet(_ path: String) throws -> [String: UnitCodes] {
    let table = CSVTable(SheetText.decoded(try InputText.read(path)))
    let sheet: CodingSheet
    do throws(CodingSheet.Fault) {
      sheet = try CodingSheet(table)
    } catch {
      throw Failure(message: "\(SafeText.line(path)):\(error.line): \(error.message)")
    }
    var codes: [String: UnitCodes] = [:]
    for row in sheet.rows {
      codes[row.unit, default: UnitCodes()].codes.formUnion(row.codes.codes.filter { !$0.isOpen })
    }
    return codes
  }
}

/// What coders of an archive say of its sentences.
private struct CodersOfArchive {
  var archive: Archive

  /// The codes of each side by unit; those of sheets are handed through.
  func codes(of names: [String], sheets: [[String: UnitCodes]?]) throws -> [[String: UnitCodes]] {
    var marks: [[PostID: [Annotation]]] = [[:], [:]]
    var known: Set<String> = []
    for mark in try archive.annotations() where mark.decision != "rejected" {
      let name = mark.isByReader ? mark.by ?? "" : mark.origin
      known.insert(name)
      for side in names.indices where sheets[side] == nil && name == names[side] {
        marks[side][mark.post, default: []].append(mark)
      }
    }
    for side in names.indices where sheets[side] == nil && marks[side].isEmpty {
      let hint =
        known.isEmpty
        ? nil : "there are marks by " + SafeText.line(known.sorted().joined(separator: ", "))
      throw Failure(
        message: "\(SafeText.line(names[side])): no file, and no coder of this name", hint: hint)
    }
    // Where one side is a sheet, its units are those that count.
    var posts: Set<PostID>?
    for side in names.indices {
      let own =
        sheets[side].map { sheet in
          Set(sheet.keys.map { PostID(String($0.prefix { $0 != ":" })) })
        } ?? Set(marks[side].keys)
      posts = posts?.intersection(own) ?? own
    }
    let reader = ArgumentReader()
    var codes = sheets.map { $0 ?? [:] }
    try archive.forEachPost(in: posts ?? [], detail: [.text]) { archived, _ in
      let post = archived.post
      guard let text = post.text else { return }
      for unit in reader.units(of: text, blocks: post.blocks) {
        let key = "\(post.id):\(unit.lowerBound)-\(unit.upperBound)"
        for side in names.indices where sheets[side] == nil {
          var unitCodes = UnitCodes()
          for mark in marks[side][post.id] ?? [] {
            guard let range = mark.range else { continue }
            let shared =
              min(range.upperBound, unit.upperBound) - max(range.lowerBound, unit.lowerBound)
            // What a machine says counts as its word, judged or not.
            if 2 * shared >= unit.count { unitCodes.codes.formUnion(mark.codes.map(\.decided)) }
          }
          codes[side][key] = unitCodes
        }
      }
    }
    return codes
  }
}
