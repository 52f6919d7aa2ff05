internal import ArchiveStore
internal import ArgumentParser
internal import Corrections
internal import Discussion
internal import Exports

/// `thresh redact`.
struct RedactCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "redact",
    abstract: "Removes text, names and originals for good; shows first what it would remove.",
    discussion: """
      Examples:
        thresh redact k3v9q2m7
        thresh redact k3v9q2m7 --quote 'my number is 0123' --with-quotes
        thresh redact --person ada@example.org --yes

      Nothing is removed without --yes. A redacted post keeps its place, date and subject. An import of it redacts it again. \
      Posts that come later are not looked through: redact again after an import. Backups keep what they have.
      """)

  @OptionGroup var global: GlobalOptions

  @OptionGroup var reader: ReaderName

  @Option(help: ArgumentHelp("All posts of this person; may be repeated.", valueName: "person"))
  var person: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only these words, in the named posts, or wherever they stand.", valueName: "text"))
  var quote: String?

  @Flag(help: "Remove words and names from posts that quote them, too.")
  var withQuotes = false

  @Flag(help: "Remove it.")
  var yes = false

  @Argument(help: ArgumentHelp("The posts.", valueName: "id"))
  var ids: [String] = []

  func validate() throws {
    guard !ids.isEmpty || !person.isEmpty || quote != nil else {
      throw ValidationError("say what to remove: an ID, --person or --quote")
    }
    if let quote, quote.unicodeScalars.filter(RemovedPassage.counts).count < 4 {
      throw ValidationError("--quote needs at least four letters or digits")
    }
  }

  func perform() async throws {
    let archive = try Archive(path: try ArchiveLocation.path(global), create: false)
    let plan = try RedactionPlan(
      in: archive, ids: ids, people: person, quote: quote, withQuotes: withQuotes)
    guard !plan.removals.isEmpty else {
      throw Failure(
        message: quote == nil ? "nothing is left to remove" : "the words stand in no such post")
    }
    let corrections =
      yes
      ? try archive.redact(
        plan.removals, people: plan.people, by: reader.name, at: ReaderName.now) : []
    if global.json { return try writeJSON(plan, corrections) }
    guard !global.quiet else { return }
    for line in plan.lines(isDone: yes) {
      try StandardOutput.shared.write("\(line)\n")
    }
    try StandardOutput.shared.flush()
    if !yes {
      StandardError.write(
        "Nothing was removed.\nhint: the same with --yes removes it; nothing brings it back\n")
    }
  }

  private func writeJSON(_ plan: RedactionPlan, _ corrections: [Correction]) throws {
    var json = JSONWriter()
    json.object { json in
      json.member("format", 1)
      json.member("isDone", yes)
      json.array("removed") { json in
        for item in plan.items {
          json.object { json in
            json.member("post", item.post.post.id.text)
            json.member("what", item.passage == nil ? "post" : "passage")
            json.member("isQuotation", item.isQuotation)
            json.member("othersInOriginal", item.sharingCount)
          }
        }
      }
      json.array("stillQuoted") { json in
        for item in plan.stillQuoted { json.value(item.post.post.id.text) }
      }
      json.member("namedIn", plan.namedIn)
      json.member("corrections", plan.correctionCount)
      json.member("change", corrections.first?.change)
    }
    json.newline()
    try StandardOutput.shared.write(bytes: json.bytes)
  }
}
