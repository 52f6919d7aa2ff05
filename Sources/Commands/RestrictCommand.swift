internal import ArchiveQuery
internal import ArchiveStore
internal import ArgumentParser
internal import Corrections
internal import Discussion

/// `thresh restrict`.
struct RestrictCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "restrict",
    abstract: "Hides posts until a day: their text, their author and their original.",
    discussion: """
      Examples:
        thresh restrict k3v9q2m7 --until 2040-01-01
        thresh restrict k3v9q2m7 --lift

      Searches pass hidden posts over, and every output shows a mark in place of their text. Nothing is removed: whoever has \
      the file can read it with other programs. On the day they show again; `thresh undo` shows them at once.
      """)

  @OptionGroup var correcting: CorrectingOptions

  @Option(help: ArgumentHelp("The first day on which they show again.", valueName: "date"))
  var until: String?

  @Flag(help: "Show them again.")
  var lift = false

  @Argument(help: ArgumentHelp("The posts to hide.", valueName: "id"))
  var ids: [String]

  func validate() throws {
    guard (until == nil) == lift else {
      throw ValidationError("say --until DATE or --lift")
    }
    if let until, RestrictCommand.day(until) == nil {
      throw ValidationError("--until '\(SafeText.line(until))' is not a day such as 2040-01-01")
    }
  }

  func perform() async throws {
    let archive = try correcting.open()
    let day = until.flatMap { RestrictCommand.day($0) }
    let today = QueryText.today
    if let day, day <= RestrictCommand.text(today) {
      throw Failure(message: "\(day): this day has come already")
    }
    let posts = try ids.map { try correcting.presentPost($0, in: archive) }
    let decisions = posts.map { post in
      Decision(
        .restriction, post: post.post.id,
        value: day.map { ["until": .text($0)] } ?? .null)
    }
    try correcting.keep(decisions, in: archive)
  }

  /// A whole day as ISO 8601; nil for anything else.
  private static func day(_ text: String) -> String? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard text.utf8.count == 10, parts.count == 3, let year = parts[0], let month = parts[1],
      let day = parts[2], let civil = CivilDay(year: year, month: month, day: day)
    else { return nil }
    return self.text(civil)
  }

  private static func text(_ day: CivilDay) -> String {
    func padded(_ number: Int, _ count: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, count - digits.count)) + digits
    }
    return "\(padded(day.year, 4))-\(padded(day.month, 2))-\(padded(day.day, 2))"
  }
}
