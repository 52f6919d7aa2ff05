internal import Annotating
internal import ArchiveStore
internal import ArgumentParser
internal import Corrections
internal import Discussion
private import Foundation

/// `thresh annotate import`.
struct AnnotateImportCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Takes over a coding sheet that was edited, or Web Annotations.",
    discussion: """
      Examples:
        thresh annotate import sheet.csv --dry-run
        thresh annotate import sheet.csv --by Ada
        thresh annotate import marks.jsonld

      Of a sheet only what differs from its column `was` counts: rows and columns that were deleted reject nothing, and \
      marks that were made since stay. What is taken over is one change, which `thresh undo` takes back.
      """)

  @OptionGroup var correcting: CorrectingOptions

  @Argument(help: ArgumentHelp("The sheet (CSV) or annotations (JSON-LD).", valueName: "file"))
  var file: String

  func perform() async throws {
    let archive = try correcting.open()
    let bytes = try InputText.read(file)
    let isJSON =
      bytes.first { !($0 == 0x20 || (0x09...0x0d).contains($0)) }
      .map { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") } ?? false
    var outcome = Outcome()
    if isJSON {
      try takeAnnotations(bytes, archive, &outcome)
    } else {
      try takeSheet(bytes, archive, &outcome)
    }
    for fault in outcome.faults {
      StandardError.write("thresh: \(SafeText.line(file)):\(SafeText.line(fault))\n")
    }
    let newSuggestions = outcome.suggestions.filter {
      (try? archive.annotations(withIDsFrom: $0.id).isEmpty) ?? true
    }
    if !newSuggestions.isEmpty {
      if !correcting.dryRun { _ = try archive.addSuggestions(newSuggestions) }
      if !correcting.global.quiet {
        StandardError.write(
          "\(correcting.dryRun ? "Dry run: " : "")add \(Counts.of(newSuggestions.count, "suggestion"))\n"
        )
      }
    }
    guard !outcome.decisions.isEmpty else {
      if correcting.global.json {
        try StandardOutput.shared.write(
          bytes: CorrectionWords.document([], isDryRun: correcting.dryRun))
      } else if !correcting.global.quiet, newSuggestions.isEmpty {
        StandardError.write("The file says nothing that the archive does not have.\n")
      }
      return
    }
    try correcting.keep(outcome.decisions, in: archive)
  }

  /// What a file changes.
  private struct Outcome {
    var decisions: [Decision] = []
    var suggestions: [Annotation] = []
    var faults: [String] = []
  }

  private func takeSheet(
    _ bytes: [UInt8], _ archive: Archive, _ outcome: inout Outcome
  ) throws {
    let sheet: CodingSheet
    do throws(CodingSheet.Fault) {
      sheet = try CodingSheet(CSVTable(SheetText.decoded(bytes)))
    } catch {
      throw Failure(
        message: "\(SafeText.line(file)):\(error.line): \(error.message)",
        hint: "`thresh annotate export --output sheet.csv` writes such a sheet")
    }
    var faults = sheet.faults
    let reader = correcting.reader.name ?? ""
    var taken: Set<String> = []
    for (id, rows) in Dictionary(grouping: sheet.rows, by: \.post).sorted(by: { $0.key < $1.key }) {
      guard let place = try? archive.resolve(id.text),
        let archived = try archive.post(place, detail: [.text])
      else {
        faults += rows.map {
          .init(line: $0.line, message: "the archive has no post \(id); the row is left out")
        }
        continue
      }
      let marks = try archive.annotations(of: [place])
      let changes = CodingSheet.changes(
        of: rows, to: archived.post, marks: marks, reader: reader, faults: &faults)
      for change in changes {
        outcome.decisions.append(try decision(change, archive, &taken, line: rows[0].line, &faults))
      }
    }
    outcome.faults = faults.sorted { ($0.line, $0.message) < ($1.line, $1.message) }
      .map { "\($0.line): \($0.message)" }
  }

  private func decision(
    _ change: SheetChange, _ archive: Archive, _ taken: inout Set<String>, line: Int,
    _ faults: inout [CodingSheet.Fault]
  ) throws -> Decision {
    switch change {
    case .add(let mark): .mark(try mark.named(in: archive, taken: &taken))
    case .change(let mark): .mark(mark)
    case .remove(let mark): .unmark(mark)
    case .accept(let mark): .judge(mark, "accepted", note: mark.note)
    case .reject(let mark): .judge(mark, "rejected", note: mark.note)
    case .note(let mark): .judge(mark, mark.decision, note: mark.note)
    }
  }

  private func takeAnnotations(
    _ bytes: [UInt8], _ archive: Archive, _ outcome: inout Outcome
  ) throws {
    let document: WebAnnotations
    do throws(WebAnnotations.Fault) {
      document = try WebAnnotations(bytes)
    } catch {
      throw Failure(message: "\(SafeText.line(file)): \(error.message)")
    }
    outcome.faults = document.unread.map { "annotation \($0.number): \($0.message)" }
    var taken: Set<String> = []
    for item in document.items {
      guard let post = try post(of: item, in: archive) else {
        outcome.faults.append(
          "annotation \(item.number): the archive has no post \(item.post ?? item.source ?? "")")
        continue
      }
      var mark = item.mark
      mark.post = post.post.id
      if mark.exact != nil || mark.range != nil {
        guard place(&mark, in: post.post) else {
          outcome.faults.append(
            "annotation \(item.number): its words do not stand in \(post.post.id)")
          continue
        }
      }
      if mark.id.isEmpty { mark = try mark.named(in: archive, taken: &taken) }
      let known = try archive.annotations(withIDsFrom: mark.id).first { $0.id == mark.id }
      if mark.isByReader {
        let isSame =
          known.map {
            $0.label == mark.label && $0.note == mark.note && $0.exact == mark.exact
          } ?? false
        if !isSame { outcome.decisions.append(.mark(mark)) }
        continue
      }
      if known == nil { outcome.suggestions.append(mark) }
      if mark.decision != known?.decision || mark.note != known?.note,
        mark.decision != nil || mark.note != nil
      {
        outcome.decisions.append(.judge(known ?? mark, mark.decision, note: mark.note))
      }
    }
  }

  private func post(of item: WebAnnotations.Item, in archive: Archive) throws -> ArchivedPost? {
    var names = [item.post].compactMap(\.self)
    if let source = item.source {
      if source.hasPrefix("mid:") {
        names.append("<\(source.dropFirst(4).removingPercentEncoding ?? "")>")
      } else if source.hasPrefix("urn:thresh:post:") {
        names.append(String(source.dropFirst("urn:thresh:post:".count)))
      } else if let id = try archive.post(at: source) {
        names.append(id.text)
      }
    }
    for name in names {
      if let id = try? archive.resolve(name) { return try archive.post(id, detail: [.text]) }
    }
    return nil
  }

  /// Finds the words of a mark in a post; another tool counts other characters, or names the words alone.
  private func place(_ mark: inout Annotation, in post: Post) -> Bool {
    let scalars = Array((post.text ?? "").unicodeScalars)
    if mark.state == .orphaned { return true }
    guard let exact = mark.exact else {
      guard let range = mark.range, range.upperBound <= scalars.count else { return false }
      let words = Annotation(post: post.id, range: range, in: scalars, origin: mark.origin)
      (mark.exact, mark.prefix, mark.suffix) = (words.exact, words.prefix, words.suffix)
      return true
    }
    if mark.range == nil {
      guard let place = QuoteFinder(post).places(of: exact).first else { return false }
      mark.range = place
    }
    var moved = mark
    moved.anchor(in: scalars)
    guard moved.state != .orphaned else { return false }
    if moved.state == .moved, mark.id.isEmpty, let range = moved.range {
      let words = Annotation(post: post.id, range: range, in: scalars, origin: mark.origin)
      (mark.range, mark.exact) = (range, words.exact)
      (mark.prefix, mark.suffix) = (words.prefix, words.suffix)
    }
    return true
  }
}

/// The bytes of a sheet as text: UTF-8, or UTF-16 with its mark, as spreadsheets save it.
enum SheetText {
  static func decoded(_ bytes: [UInt8]) -> String {
    let isLittle = bytes.starts(with: [0xff, 0xfe])
    if isLittle || bytes.starts(with: [0xfe, 0xff]) {
      let data = Data(bytes.dropFirst(2))
      return String(
        data: data, encoding: isLittle ? .utf16LittleEndian : .utf16BigEndian) ?? ""
    }
    // Excel saves "CSV" in the code page of the machine, which in the West is Windows-1252.
    return String(validating: bytes, as: UTF8.self)
      ?? String(data: Data(bytes), encoding: .windowsCP1252)
      ?? String(decoding: bytes, as: UTF8.self)
  }
}
