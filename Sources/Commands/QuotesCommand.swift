internal import ArchiveStore
internal import ArgumentParser
internal import Discussion
internal import Exports
private import Foundation
internal import Manuscripts

/// `thresh quotes`.
struct QuotesCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "quotes",
    abstract: "Checks the quotations of a manuscript against the archive.",
    discussion: """
      Examples:
        thresh quotes chapter-3.docx
        thresh quotes --only altered --only not-found article.md
        thresh quotes --json paper.html | jq '.quotations[] | select(.status != "exact")'

      Reads Markdown, plain text, HTML and .docx. Typography, capitals, ellipses and words in [brackets] are forgiven; every \
      other difference is shown word by word. Quotations of fewer than four words are passed over, block quotations are not.
      """)

  /// What `--only` takes.
  enum Answer: String, CaseIterable {
    case exact, altered, misattributed
    case notFound = "not-found"
    case title

    init(_ status: QuotationCheck.Status) {
      self =
        switch status {
        case .exact: .exact
        case .altered: .altered
        case .misattributed: .misattributed
        case .notFound: .notFound
        case .title: .title
        }
    }
  }

  @OptionGroup var reading: ReadingOptions

  @Option(
    help: ArgumentHelp(
      "exact, altered, misattributed or not-found; may be repeated.", valueName: "answer"),
    transform: Choice.parse)
  var only: [Answer] = []

  @Flag(help: "End with 1 where some quotation is not exact.")
  var strict = false

  @Argument(help: ArgumentHelp("The manuscript; - is standard input.", valueName: "file"))
  var file: String

  func perform() async throws {
    let manuscript = try readManuscript()
    let archive = try await reading.open()
    let lookup = try QuotationLookup(archive)
    let (quotations, passedOver) = manuscript.quotations()
    let checks = try await lookup.checks(quotations)
    if reading.global.json {
      try writeJSON(checks, passedOver: passedOver, unit: manuscript.unit)
    } else {
      try write(checks, passedOver: passedOver, unit: manuscript.unit)
    }
    try StandardOutput.shared.flush()
    if strict, checks.contains(where: { $0.status != .exact && $0.status != .title }) {
      throw QuietFailure()
    }
  }

  private func readManuscript() throws -> Manuscript {
    let data =
      file == "-"
      ? FileHandle.standardInput.readDataToEndOfFile() : FileManager.default.contents(atPath: file)
    guard let data else {
      throw Failure(message: "\(SafeText.line(file)): cannot be read")
    }
    do throws(ManuscriptError) {
      return try Manuscript(reading: Array(data))
    } catch {
      switch error {
      case .noDocument:
        throw Failure(message: "\(SafeText.line(file)): a ZIP file without a document of Word")
      case .notText:
        throw Failure(
          message: "\(SafeText.line(file)): neither text, HTML nor .docx",
          hint: "other word processors save as .docx")
      }
    }
  }

  private func isWanted(_ check: QuotationCheck) -> Bool {
    only.isEmpty || only.contains(Answer(check.status))
  }

  // MARK: Text

  private func write(
    _ checks: [QuotationCheck], passedOver: Int, unit: Manuscript.Unit
  ) throws {
    let terminal = reading.terminal
    var counts: [Answer: Int] = [:]
    for check in checks {
      counts[Answer(check.status), default: 0] += 1
      guard isWanted(check) else { continue }
      let answer = Answer(check.status).rawValue.replacing("-", with: " ")
      let style: Terminal.Style =
        switch check.status {
        case .exact: .dim
        case .altered, .title: .warning
        case .misattributed, .notFound: .failure
        }
      let place = "\(SafeText.line(file)):\(check.quotation.number)"
      try StandardOutput.shared.write(
        "\(terminal.styled(place, .name))  \(terminal.styled(answer, style))  "
          + "“\(SafeText.line(Columns.cut(check.quotation.text, to: 120)))”\n")
      for line in lines(check) { try StandardOutput.shared.write("    \(line)\n") }
    }
    let parts = Answer.allCases.compactMap { answer in
      counts[answer].map { "\($0) \(answer.rawValue.replacing("-", with: " "))" }
    }
    let short = passedOver == 0 ? "" : "; \(passedOver) shorter than four words passed over"
    try StandardOutput.shared.write(
      "\(Counts.of(checks.count, "quotation")): \(parts.isEmpty ? "none" : parts.joined(separator: ", "))\(short)\n"
    )
  }

  private func lines(_ check: QuotationCheck) -> [String] {
    guard let source = check.source, let match = check.match else { return [] }
    var lines: [String] = []
    let id = String(source.id.prefix(8))
    let author = SafeText.line(source.author)
    let verb = check.isQuotedThere ? "quoted in a post by" : "written by"
    lines.append(
      "\(id)  \(verb) \(author), characters \(match.range.lowerBound)–\(match.range.upperBound)")
    if check.status == .misattributed, let named = check.named {
      lines.append("the manuscript names \(SafeText.line(named))")
    }
    for edit in match.edits {
      let (mine, theirs) = (SafeText.line(edit.manuscript), SafeText.line(edit.original))
      if mine.isEmpty {
        lines.append("left out without a mark: “\(theirs)”")
      } else if theirs.isEmpty {
        lines.append("not in the post: “\(mine)”")
      } else {
        lines.append("“\(mine)” stands for “\(theirs)”")
      }
    }
    if !check.others.isEmpty {
      lines.append(
        "also in " + check.others.prefix(5).map { String($0.prefix(8)) }.joined(separator: " "))
    }
    return lines
  }

  // MARK: JSON

  private func writeJSON(
    _ checks: [QuotationCheck], passedOver: Int, unit: Manuscript.Unit
  ) throws {
    var json = JSONWriter()
    json.object { json in
      json.member("format", 1)
      json.member("file", file)
      json.member("unit", unit.rawValue)
      json.array("quotations") { json in
        for check in checks where isWanted(check) { write(check, to: &json) }
      }
      json.object("counts") { json in
        for answer in Answer.allCases {
          json.member(answer.rawValue, checks.count { Answer($0.status) == answer })
        }
      }
      json.member("passedOver", passedOver)
    }
    json.newline()
    try StandardOutput.shared.write(bytes: json.bytes)
  }

  private func write(_ check: QuotationCheck, to json: inout JSONWriter) {
    json.object { json in
      json.member("place", check.quotation.number)
      json.member("kind", check.quotation.isBlock ? "block" : "inline")
      json.member("text", check.quotation.text)
      json.member("status", Answer(check.status).rawValue)
      json.member("named", check.named)
      json.member("post", check.source?.id)
      json.member("author", check.source?.author)
      json.member("person", check.source?.person)
      json.member("isQuotedThere", check.isQuotedThere)
      json.member("start", check.match?.range.lowerBound)
      json.member("end", check.match?.range.upperBound)
      json.member("distance", check.match?.distance)
      json.array("changes") { json in
        for edit in check.match?.edits ?? [] {
          json.object { json in
            json.member("manuscript", edit.manuscript)
            json.member("original", edit.original)
          }
        }
      }
      json.array("also") { json in
        for id in check.others { json.value(id) }
      }
    }
  }
}
