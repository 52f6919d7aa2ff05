internal import ArchiveStore
internal import ArgumentParser
internal import Corrections
internal import Discussion
internal import People

/// `thresh people merge`.
struct PeopleMergeCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Says that two persons are one.",
    discussion: """
      Examples:
        thresh people merge ada@example.org "ada lindholm"
        thresh people merge p-7k2mfq3c8z p-x3m8v2t9qa --by Ada

      Names stay as posts show them; the person behind them is one from now on.
      """)

  @OptionGroup var correcting: CorrectingOptions

  @Argument(help: ArgumentHelp("An id, an address or a name.", valueName: "person"))
  var first: String

  @Argument(help: ArgumentHelp("Who is the same person.", valueName: "other"))
  var second: String

  func perform() async throws {
    let archive = try correcting.open()
    let (kept, joined) = (
      try archive.person(named: first), try archive.person(named: second)
    )
    guard kept.id != joined.id else {
      throw Failure(
        message: "\(SafeText.line(first)) and \(SafeText.line(second)) are one person already",
        hint: "`thresh people show \(kept.id)` shows the names")
    }
    try correcting.keep(
      [PersonDecision.merge(kept.id, joined.id).decision(naming: [kept.name, joined.name])],
      in: archive,
      saying: [
        "\(kept.name) (\(kept.id), \(Counts.of(kept.postCount, "post"))) and \(joined.name) "
          + "(\(joined.id), \(Counts.of(joined.postCount, "post"))) are one person"
      ])
  }
}

/// `thresh people split`.
struct PeopleSplitCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "split",
    abstract: "Says that a name or an address is a person of its own.",
    discussion: """
      Examples:
        thresh people split p-x3m8v2t9qa
        thresh people split ada@example.net

      `thresh people show PERSON` prints the ids of the names and addresses of a person.
      """)

  @OptionGroup var correcting: CorrectingOptions

  @Argument(
    help: ArgumentHelp("The id of one form of a name, or an address.", valueName: "form"))
  var form: String

  func perform() async throws {
    let archive = try correcting.open()
    let person = try archive.person(named: form)
    let wanted = form.lowercased()
    let byID = person.forms.filter { $0.id.hasPrefix(wanted) }
    let named =
      byID.isEmpty
      ? person.forms.filter {
        $0.form.author.address?.lowercased() == wanted
          || $0.form.author.name?.lowercased() == wanted
      } : byID
    guard let id = named.first?.id, named.allSatisfy({ $0.id == id }) else {
      throw Failure(
        message: "\(SafeText.line(form)): names no single form of \(SafeText.line(person.name))",
        hint: "`thresh people show \(person.id)` prints their ids")
    }
    let rest = person.forms.filter { $0.id != id }
    guard let other = rest.first else {
      throw Failure(
        message: "\(SafeText.line(form)): \(SafeText.line(person.name)) writes under nothing else")
    }
    let shown = named[0].form.author.shown
    try correcting.keep(
      [PersonDecision.split(id).decision(naming: [shown, other.form.author.shown])], in: archive,
      saying: ["\(shown) (\(id)) is not the person who writes as \(other.form.author.shown)"])
  }
}
