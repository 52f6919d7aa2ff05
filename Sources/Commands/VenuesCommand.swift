internal import ArchiveStore
internal import ArgumentParser
internal import Corrections
internal import Discussion
internal import Exports

/// `thresh venues`.
struct VenuesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "venues",
    abstract: "Shows where discussions took place, and lets you name and merge the places.",
    discussion: """
      Examples:
        thresh venues
        thresh venues rename commons-l 'Commons (list)'
        thresh venues merge commons-l commons-economy
        thresh venues set ksummit --link 'https://lore.kernel.org/r/{messageID}'
      """,
    subcommands: [List.self, Rename.self, Merge.self, Set.self], defaultSubcommand: List.self)

  struct List: WaitingCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "One line a venue: id, name, kind, posts.")

    @OptionGroup var reading: ReadingOptions

    func perform() async throws {
      let venues = try await reading.open().venues()
      if reading.global.json { return try writeJSON(venues) }
      let terminal = reading.terminal
      let width = venues.map { Columns.width($0.venue.id) }.max() ?? 0
      for summary in venues {
        var line = terminal.styled(Columns.fit(SafeText.line(summary.venue.id), width), .name)
        line += "  \(Columns.fit(summary.venue.kind.rawValue, 9))  "
        line += Columns.fit(Counts.of(summary.postCount, "post"), 13, alignRight: true)
        line += "  " + terminal.styled(SafeText.line(summary.venue.name), .bold)
        if let target = summary.mergedInto { line += "  in \(SafeText.line(target))" }
        if let link = summary.link { line += "  \(SafeText.line(link))" }
        try StandardOutput.shared.write(line + "\n")
      }
    }

    private func writeJSON(_ venues: [VenueSummary]) throws {
      var json = JSONWriter()
      json.object { json in
        json.member("format", 1)
        json.array("venues") { json in
          for summary in venues {
            json.object { json in
              json.member("id", summary.venue.id)
              json.member("name", summary.venue.name)
              json.member("type", summary.venue.kind.rawValue)
              json.member("posts", summary.postCount)
              json.member("link", summary.link)
              json.member("mergedInto", summary.mergedInto)
            }
          }
        }
      }
      json.newline()
      try StandardOutput.shared.write(bytes: json.bytes)
    }
  }

  struct Rename: WaitingCommand {
    static let configuration = CommandConfiguration(
      commandName: "rename", abstract: "Says what a venue is called; its id stays.")

    @OptionGroup var correcting: CorrectingOptions

    @Argument(help: ArgumentHelp("A venue, by id or name.", valueName: "venue"))
    var venue: String

    @Argument(help: "Its name from now on.")
    var name: String

    func perform() async throws {
      let archive = try correcting.open()
      let venue = try VenuesCommand.find(venue, in: archive)
      guard !name.allSatisfy(\.isWhitespace) else {
        throw ValidationError("a venue needs a name")
      }
      try correcting.keep(
        [VenuesCommand.decision(venue, .name, name)], in: archive,
        saying: ["\(venue.name) is called \(name)"])
    }
  }

  struct Merge: WaitingCommand {
    static let configuration = CommandConfiguration(
      commandName: "merge", abstract: "Says that a venue is a part of another, or the same.")

    @OptionGroup var correcting: CorrectingOptions

    @Argument(help: ArgumentHelp("The venue that goes.", valueName: "venue"))
    var venue: String

    @Argument(help: ArgumentHelp("The venue that gets its posts.", valueName: "into"))
    var target: String

    func perform() async throws {
      let archive = try correcting.open()
      let venue = try VenuesCommand.find(venue, in: archive)
      let target = try VenuesCommand.find(target, in: archive)
      guard venue.id != target.id else {
        throw Failure(message: "\(SafeText.line(venue.id)): these are one venue")
      }
      try correcting.keep(
        [VenuesCommand.decision(venue, .into, target.id)], in: archive,
        saying: ["the posts of \(venue.name) belong to \(target.name)"])
    }
  }

  struct Set: WaitingCommand {
    static let configuration = CommandConfiguration(
      commandName: "set", abstract: "Says where the posts of a venue can be found.",
      discussion: """
        In the template `{messageID}` stands for the Message-ID of a post, escaped for a link. An empty template takes the \
        one that was given before away.
        """)

    @OptionGroup var correcting: CorrectingOptions

    @Argument(help: ArgumentHelp("A venue, by id or name.", valueName: "venue"))
    var venue: String

    @Option(help: ArgumentHelp("How a public link is made.", valueName: "template"))
    var link: String

    func perform() async throws {
      let archive = try correcting.open()
      let venue = try VenuesCommand.find(venue, in: archive)
      guard link.isEmpty || link.hasPrefix("https://") || link.hasPrefix("http://") else {
        throw ValidationError("a link begins with https:// or http://")
      }
      guard link.isEmpty || link.contains("{") else {
        throw ValidationError("a template needs a place such as {messageID}")
      }
      try correcting.keep(
        [VenuesCommand.decision(venue, .link, link)], in: archive,
        saying: [
          link.isEmpty
            ? "posts of \(venue.name) have no link" : "posts of \(venue.name) are at \(link)"
        ])
    }
  }

  /// The venue with this id, or with this name.
  private static func find(_ name: String, in archive: Archive) throws -> Venue {
    let venues = try archive.venues().map(\.venue)
    if let venue = venues.first(where: { $0.id == name.lowercased() }) { return venue }
    let named = venues.filter { $0.name.lowercased() == name.lowercased() }
    guard named.count == 1 else {
      throw Failure(
        message: named.isEmpty
          ? "\(SafeText.line(name)): there is no such venue"
          : "\(SafeText.line(name)): several venues are called so",
        hint: named.isEmpty
          ? "`thresh venues` lists them" : named.map(\.id).joined(separator: " "))
    }
    return named[0]
  }

  private static func decision(_ venue: Venue, _ field: VenueField, _ value: String) -> Decision {
    Decision(.venue, exact: venue.id, about: field.rawValue, value: .text(value))
  }
}
