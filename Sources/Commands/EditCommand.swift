internal import ArchiveStore
internal import ArgumentParser
internal import Corrections
internal import Discussion
internal import SourceBytes

/// `thresh edit`.
struct EditCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Mends what a source got wrong about a post.",
    discussion: """
      Examples:
        thresh edit k3v9q2m7 --author 'Ada Example'
        thresh edit k3v9q2m7 --date 2012-01-20T10:00+01:00 --subject 'On scale'
        thresh edit k3v9q2m7 --addressee Sam
        thresh edit k3v9q2m7 --kind comment --dry-run

      The original bytes stay as they are (`thresh show --raw`), and so does the id.
      """)

  @OptionGroup var correcting: CorrectingOptions

  @Option(
    help: ArgumentHelp(
      "Who wrote it: a name, which leaves the address, or 'Name <address>'.", valueName: "author"))
  var author: String?

  @Option(
    help: ArgumentHelp(
      "When, in ISO 8601, as exact as it is known: 2012, 2012-01-20, 2012-01-20T10:00+01:00.",
      valueName: "date"))
  var date: String?

  @Option(help: ArgumentHelp("Its subject or title; '' for none.", valueName: "subject"))
  var subject: String?

  @Option(help: ArgumentHelp("Whom it speaks to.", valueName: "name"))
  var addressee: String?

  @Option(help: ArgumentHelp("message, article, comment or pingback.", valueName: "kind"))
  var kind: String?

  @Argument(help: ArgumentHelp("The post to mend.", valueName: "id"))
  var id: String

  func validate() throws {
    guard try !edits().isEmpty else {
      throw ValidationError(
        "say what to mend: --author, --date, --subject, --addressee or --kind")
    }
  }

  func perform() async throws {
    let archive = try correcting.open()
    let post = try correcting.presentPost(id, in: archive)
    let edits = try edits()
    try correcting.keep(
      edits.map { $0.decision(on: post.post.id) }, in: archive,
      saying: edits.map { edit in
        let old = shown(edit.field, of: post).map { ", not “\($0)”" } ?? ""
        return "\(post.briefly): \(edit.field.rawValue) “\(edit.text)”\(old)"
      })
  }

  private func edits() throws -> [PostEdit] {
    let given: [(EditedField, String?)] = [
      (.author, author), (.date, date), (.subject, subject), (.addressee, addressee), (.kind, kind),
    ]
    return try given.compactMap { field, text in
      guard let text else { return nil }
      guard let edit = PostEdit(field, text) else {
        let wanted =
          switch field {
          case .date: "a date in ISO 8601 such as 2012-01-20"
          case .kind: "one of message, article, comment, pingback"
          case .author: "a name, or 'Name <address>'"
          case .subject, .addressee: "some text"
          }
        throw ValidationError("--\(field.rawValue) '\(SafeText.line(text))' is not \(wanted)")
      }
      return edit
    }
  }

  /// What the post shows so far.
  private func shown(_ field: EditedField, of archived: ArchivedPost) -> String? {
    let post = archived.post
    return switch field {
    case .author: post.author.shown
    case .date: post.date?.stated.iso8601
    case .subject: post.subject
    case .kind: post.kind.rawValue
    case .addressee: archived.addressee?.name
    }
  }
}
