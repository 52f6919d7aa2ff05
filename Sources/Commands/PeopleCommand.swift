internal import ArchiveStore
internal import ArgumentParser
internal import Discussion
internal import Exports
internal import People
internal import SourceBytes

/// `thresh people`.
struct PeopleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "people",
    abstract: "Shows who writes under which names.",
    discussion: """
      Names and addresses are one person where they share an address, or a full name within a venue. What else may be \
      one person is suggested, never joined.

      Examples:
        thresh people list
        thresh people list oosterveld
        thresh people show ada@example.org
        thresh people suggest
        thresh people merge ada@example.org "ada lindholm"
      """,
    subcommands: [
      PeopleListCommand.self, PeopleShowCommand.self, PeopleSuggestCommand.self,
      PeopleMergeCommand.self, PeopleSplitCommand.self,
    ],
    defaultSubcommand: PeopleListCommand.self)
}

/// `thresh people list`.
struct PeopleListCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists persons, who wrote most first.",
    discussion: """
      Examples:
        thresh people list
        thresh people list --limit 20
        thresh people list oosterveld
      """)

  @OptionGroup var reading: ReadingOptions

  @Option(help: ArgumentHelp("How many at most.", valueName: "count"))
  var limit: Int?

  @Argument(help: ArgumentHelp("Words that a name or an address begins with.", valueName: "name"))
  var words: [String] = []

  func perform() async throws {
    let archive = try await reading.open()
    let text = words.joined(separator: " ")
    let all = try archive.people().filter { text.isEmpty || isNamed($0, text) }
    let people = limit.map { Array(all.prefix(max(0, $0))) } ?? all
    if reading.global.json {
      var json = JSONWriter()
      json.object { json in
        json.member("format", 1)
        json.array("people") { json in
          for person in people { PersonJSON.write(person, to: &json) }
        }
      }
      json.newline()
      return try StandardOutput.shared.write(bytes: json.bytes)
    }
    let terminal = reading.terminal
    let width = people.map { Counts.grouped($0.postCount).count }.max() ?? 1
    for person in people {
      var others: [String] = []
      for item in person.forms {
        for text in [item.form.author.name, item.form.author.address].compactMap(\.self)
        where text != person.name && !others.contains(text) {
          others.append(text)
        }
      }
      let posts = Columns.fit(Counts.grouped(person.postCount), width, alignRight: true)
      let rest = SafeText.line(others.joined(separator: ", "))
      try StandardOutput.shared.write(
        "\(terminal.styled(person.id, .name))  \(posts) "
          + (person.postCount == 1 ? "post " : "posts")
          + "  \(terminal.styled(SafeText.line(person.name), .bold))"
          + (rest.isEmpty ? "" : "  " + terminal.styled(rest, .dim)) + "\n")
    }
    if people.isEmpty, !reading.global.quiet { StandardError.write("Nobody.\n") }
  }

  private func isNamed(_ person: PersonRecord, _ text: String) -> Bool {
    person.forms.contains { item in
      [item.form.author.name, item.form.author.address].compactMap(\.self).contains {
        NameSearch.matches($0, text) || $0.lowercased().hasPrefix(text.lowercased())
      }
    }
  }
}

/// `thresh people show`.
struct PeopleShowCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows one person: names, addresses, venues, and whom they speak with.",
    discussion: """
      Examples:
        thresh people show p-7k2mfq3c8z
        thresh people show ada@example.org
        thresh people show "ada lindholm"
      """)

  @OptionGroup var reading: ReadingOptions

  @Argument(help: ArgumentHelp("An id, an address or a name.", valueName: "person"))
  var words: [String]

  func perform() async throws {
    let archive = try await reading.open()
    let person = try archive.person(named: words.joined(separator: " "))
    let ties = try archive.ties(of: person.id, limit: 8)
    if reading.global.json {
      var json = JSONWriter()
      json.object { json in
        json.member("format", 1)
        json.key("person")
        PersonJSON.write(person, to: &json)
        PersonJSON.write(ties.answers, as: "answers", to: &json)
        PersonJSON.write(ties.answeredBy, as: "answeredBy", to: &json)
        PersonJSON.write(ties.calledNames, as: "called", to: &json)
      }
      json.newline()
      return try StandardOutput.shared.write(bytes: json.bytes)
    }
    let terminal = reading.terminal
    let output = StandardOutput.shared
    try output.write(
      "\(terminal.styled(SafeText.line(person.name), .bold))  \(terminal.styled(person.id, .name))\n"
    )
    let span = person.instants.map { ", " + PersonJSON.days($0).joined(separator: " … ") } ?? ""
    try output.write("\(Counts.of(person.postCount, "post"))\(span)\n")
    for item in person.forms {
      let author = item.form.author
      var parts = [author.name ?? author.shown]
      if let address = author.address, author.name != nil { parts.append("<\(address)>") }
      if let url = author.url { parts.append(url) }
      try output.write(
        "  \(SafeText.line(parts.joined(separator: " ")))  "
          + terminal.styled(
            SafeText.line(
              "\(item.form.venue), \(Counts.of(item.form.postCount, "post")), \(item.id)"), .dim)
          + "\n")
    }
    func line(_ title: String, _ ties: [PersonTie]) throws {
      guard !ties.isEmpty else { return }
      let names = ties.map { "\($0.name) (\(Counts.grouped($0.postCount)))" }
      try output.write("\(title): \(SafeText.line(names.joined(separator: ", ")))\n")
    }
    try line("answers", ties.answers)
    try line("answered by", ties.answeredBy)
    try line("called", ties.calledNames)
  }
}

/// `thresh people suggest`.
struct PeopleSuggestCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "Suggests who may be one person, and who hides behind a handle.",
    discussion: """
      Nothing is joined; each suggestion says why.

      Examples:
        thresh people suggest
        thresh people suggest --least 0.7
      """)

  @OptionGroup var reading: ReadingOptions

  @Option(help: ArgumentHelp("How sure at least, from 0 to 1.", valueName: "confidence"))
  var least = 0.0

  func perform() async throws {
    let archive = try await reading.open()
    let found = try archive.peopleSuggestions().filter { $0.confidence >= least }
    let names = Dictionary(
      try archive.people().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    if reading.global.json {
      var json = JSONWriter()
      json.object { json in
        json.member("format", 1)
        json.array("suggestions") { json in
          for item in found { PersonJSON.write(item, to: &json) }
        }
      }
      json.newline()
      return try StandardOutput.shared.write(bytes: json.bytes)
    }
    let terminal = reading.terminal
    for item in found {
      let words = SuggestionWords(item, people: names)
      try StandardOutput.shared.write(
        "\(terminal.styled(SafeText.line(words.claim), .bold))  "
          + terminal.styled("\(Certainty(confidence: item.confidence).rawValue)", .dim) + "\n  "
          + SafeText.line(words.reason) + "\n")
    }
    if found.isEmpty, !reading.global.quiet { StandardError.write("No suggestions.\n") }
  }
}

/// A suggestion in words.
struct SuggestionWords {
  let claim: String
  let reason: String

  init(_ item: PersonSuggestion, people: [String: PersonRecord]) {
    func shown(_ id: String) -> String {
      guard let person = people[id] else { return id }
      let address = person.forms.lazy.compactMap(\.form.author.address).first
      return person.name + (address.map { $0 == person.name ? "" : " <\($0)>" } ?? "") + " (\(id))"
    }
    let name = item.name.map { "“\($0)”" } ?? ""
    let place = item.post.map { ", first in \($0.text.prefix(8))" } ?? ""
    let count = Counts.of(item.postCount, "post")
    if let other = item.other {
      claim = "\(shown(item.person)) may be \(shown(other))"
    } else {
      claim = "\(shown(item.person)) may be called \(name)"
    }
    switch item.basis {
    case .name: reason = "one full name, in different venues"
    case .page: reason = "both names link to one page"
    case .address: reason = "the address of one is made of the name of the other"
    case .spelling:
      reason = "the names differ in a few letters, or one is a short form of the other"
    case .firstName: reason = "one shows only a first name, and nobody else with a full name has it"
    case .signature: reason = "\(count) signed \(name)\(place)"
    case .called: reason = "\(count) to them begin with \(name)\(place)"
    case .elimination:
      reason = "\(count) to them begin with \(name), which fits nobody else there\(place)"
    }
  }
}

/// Persons as JSON objects.
enum PersonJSON {
  static func write(_ person: PersonRecord, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", person.id)
      json.member("name", person.name)
      json.member("posts", person.postCount)
      let days = person.instants.map(days)
      json.member("first", days?.first)
      json.member("last", days?.last)
      json.array("venues") { json in person.venues.forEach { json.value($0) } }
      json.array("forms") { json in
        for item in person.forms {
          json.object { json in
            json.member("id", item.id)
            json.member("name", item.form.author.name)
            json.member("address", item.form.author.address)
            json.member("url", item.form.author.url)
            json.member("venue", item.form.venue)
            json.member("posts", item.form.postCount)
          }
        }
      }
    }
  }

  static func write(_ ties: [PersonTie], as key: String, to json: inout JSONWriter) {
    json.array(key) { json in
      for tie in ties {
        json.object { json in
          json.member("person", tie.person)
          json.member("name", tie.name)
          json.member("posts", tie.postCount)
        }
      }
    }
  }

  static func write(_ item: PersonSuggestion, to json: inout JSONWriter) {
    json.object { json in
      json.member("person", item.person)
      json.member("other", item.other)
      json.member("name", item.name)
      json.member("basis", item.basis.rawValue)
      json.member("confidence", item.confidence)
      json.member("certainty", Certainty(confidence: item.confidence).rawValue)
      json.member("post", item.post?.text)
      json.member("posts", item.postCount)
    }
  }

  /// The first and the last day.
  static func days(_ instants: ClosedRange<Int64>) -> [String] {
    [instants.lowerBound, instants.upperBound].map {
      StatedDate(instant: $0, offsetMinutes: 0, precision: .day).iso8601
    }
  }
}
