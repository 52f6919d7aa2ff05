internal import ArgumentParser
internal import Arguments
internal import Discussion
internal import Exports
private import Foundation
internal import Quotation
internal import Topics

/// `thresh analyze`.
struct AnalyzeCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Tells what the sentences of a text do and how it stands towards what it answers.",
    discussion: """
      Examples:
        echo 'I agree, because it is cheap.' | thresh analyze
        thresh analyze letter.txt --json
        thresh analyze --codebook codebook.yaml letter.txt
        thresh analyze --jsonl posts.jsonl

      With --jsonl each line is {"id", "text", "parentText"?} and each line of output its analysis. \
      With --codebook its topics are found too, each with the term and its place. No archive is needed.
      """)

  @OptionGroup var global: GlobalOptions

  @Flag(help: "Read and write JSON Lines.")
  var jsonl = false

  @Option(
    help: ArgumentHelp(
      "A codebook whose topics are looked for: a file, or one that comes with Thresh.",
      valueName: "codebook"))
  var codebook: String?

  @Flag(help: .hidden)
  var features = false

  @Argument(help: ArgumentHelp("The text to read; - is standard input.", valueName: "file"))
  var file = "-"

  func perform() async throws {
    let reader = ArgumentReader()
    let tagger = try codebook.map { CodebookTagger(try CodebookFile.read($0).codebook) }
    let input = try InputText.read(file)
    guard jsonl else {
      let text = String(decoding: input, as: UTF8.self)
      return try write(AnalyzedText(id: nil, text: text, parentText: nil), reader, tagger)
    }
    let lines = input.split(separator: 0x0a, omittingEmptySubsequences: false)
    let decoder = JSONDecoder()
    for (number, line) in lines.enumerated() where !line.allSatisfy({ $0 == 0x20 || $0 == 0x0d }) {
      let entry: AnalyzedText
      do {
        entry = try decoder.decode(AnalyzedText.self, from: Data(line))
      } catch {
        throw Failure(
          message: "\(SafeText.line(file)):\(number + 1): not an object with \"id\" and \"text\"",
          hint: "one JSON object a line: {\"id\": \"1\", \"text\": \"…\", \"parentText\": \"…\"}")
      }
      if features {
        try writeFeatures(entry, reader)
      } else {
        try writeJSON(entry, reader, tagger, isDocument: false)
      }
    }
  }

  /// The tags of a text, in its own words alone.
  private func tags(
    in text: String, blocks: [Block], _ tagger: CodebookTagger?
  ) -> [TopicTag] {
    guard let tagger else { return [] }
    return tagger.tags(
      in: text, ranges: PostParts.ownRanges(of: blocks, count: text.unicodeScalars.count))
  }

  private func write(
    _ entry: AnalyzedText, _ reader: ArgumentReader, _ tagger: CodebookTagger?
  ) throws {
    if global.json { return try writeJSON(entry, reader, tagger, isDocument: true) }
    let blocks = BlockSplitter.blocks(of: entry.text)
    let reading = reader.read(entry.text, blocks: blocks)
    let tags = tags(in: entry.text, blocks: blocks, tagger)
    let terminal = Terminal(color: global.color)
    for unit in reading.units {
      let role = unit.role?.rawValue ?? "–"
      let share = unit.role == nil ? "" : "\(Int((unit.confidence * 100).rounded())) %"
      let head = Columns.fit(role, 12) + " " + Columns.fit(share, 5) + " "
      let lines = Columns.wrap(SafeText.line(unit.exact), to: max(30, terminal.width - 19))
      for (index, line) in lines.enumerated() {
        try StandardOutput.shared.write(
          (index == 0 ? terminal.styled(head, .name) : Columns.fit("", 19)) + line + "\n")
      }
      if !unit.cues.isEmpty {
        let cues = unit.cues.map { "“\(SafeText.line($0))”" }.joined(separator: ", ")
        try StandardOutput.shared.write(
          Columns.fit("", 19) + terminal.styled("because of \(cues)", .dim) + "\n")
      }
      var topics: [String] = []
      for tag in tags where tag.start >= unit.start && tag.start < unit.end {
        let line = "\(SafeText.line(tag.topic)) (\(SafeText.line(tag.term)))"
        if !topics.contains(line) { topics.append(line) }
      }
      if !topics.isEmpty {
        try StandardOutput.shared.write(
          Columns.fit("", 19) + terminal.styled("about \(topics.joined(separator: ", "))", .dim)
            + "\n")
      }
    }
    if !reading.votes.isEmpty {
      let votes = reading.votes.map { "\($0.vote) ×\($0.count)" }.joined(separator: ", ")
      try StandardOutput.shared.write("votes: \(votes)\n")
    }
  }

  private func writeJSON(
    _ entry: AnalyzedText, _ reader: ArgumentReader, _ tagger: CodebookTagger?, isDocument: Bool
  ) throws {
    let blocks = BlockSplitter.blocks(of: entry.text)
    let reading = reader.read(entry.text, blocks: blocks, parent: entry.parentText)
    var json = JSONWriter()
    json.object { json in
      if isDocument { json.member("format", 1) }
      json.member("id", entry.id)
      json.member("argumentative", reading.argumentative)
      json.array("blocks") { json in
        for block in blocks { PostJSON.write(block, to: &json) }
      }
      json.array("units") { json in
        for unit in reading.units { AnalyzeCommand.write(unit, to: &json) }
      }
      if !reading.votes.isEmpty {
        json.key("votes")
        json.object { json in
          for (vote, count) in reading.votes { json.member(vote, count) }
        }
      }
      json.key("stance")
      if let stance = reading.stance {
        json.object { json in
          json.member("label", stance.label.rawValue)
          json.member("confidence", stance.confidence)
          json.array("cues") { json in stance.cues.forEach { json.value($0) } }
        }
      } else {
        json.value(nil as String?)
      }
      json.array("topics") { json in
        for tag in tags(in: entry.text, blocks: blocks, tagger) {
          json.object { json in
            json.member("topic", tag.topic)
            json.member("term", tag.term)
            json.member("start", tag.start)
            json.member("end", tag.end)
          }
        }
      }
    }
    json.newline()
    try StandardOutput.shared.write(bytes: json.bytes)
  }

  private static func write(_ unit: ArgumentUnit, to json: inout JSONWriter) {
    json.object { json in
      json.member("start", unit.start)
      json.member("end", unit.end)
      json.member("exact", unit.exact)
      json.member("role", unit.role?.rawValue)
      json.member("confidence", unit.confidence)
      json.array("cues") { json in unit.cues.forEach { json.value($0) } }
      if let vote = unit.vote { json.member("vote", vote) }
    }
  }

  /// What a model is fitted to; `Scripts/fit-arguments` reads it.
  private func writeFeatures(_ entry: AnalyzedText, _ reader: ArgumentReader) throws {
    let names = reader.featureNames(of: entry.text, parent: entry.parentText)
    var json = JSONWriter()
    json.object { json in
      json.member("id", entry.id)
      json.array("role") { json in names.role.forEach { json.value($0) } }
      json.array("stance") { json in names.stance.forEach { json.value($0) } }
    }
    json.newline()
    try StandardOutput.shared.write(bytes: json.bytes)
  }
}

/// A text to analyse, as a line of input gives it.
private struct AnalyzedText: Decodable {
  var id: String?
  var text: String
  var parentText: String?

  init(id: String?, text: String, parentText: String?) {
    self.id = id
    self.text = text
    self.parentText = parentText
  }

  private enum Key: CodingKey { case id, text, parentText }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    // Programs number their rows as often as they name them.
    if let number = try? container.decode(Int.self, forKey: .id) {
      id = "\(number)"
    } else {
      id = try container.decodeIfPresent(String.self, forKey: .id)
    }
    text = try container.decode(String.self, forKey: .text)
    parentText = try container.decodeIfPresent(String.self, forKey: .parentText)
  }
}

/// A file or standard input, whole.
enum InputText {
  /// Whether there is such a file.
  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// Reads it.
  ///
  /// - Throws: ``Failure`` where it cannot be read.
  static func read(_ path: String) throws -> [UInt8] {
    if path == "-" { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
    do {
      return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw Failure(message: "\(SafeText.line(path)): cannot be read")
    }
  }
}
