internal import ArchiveStore
internal import ArgumentParser
internal import Corrections
internal import Discussion

/// `thresh link`.
struct LinkCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "link",
    abstract: "Says which post a post answers.",
    discussion: """
      Examples:
        thresh link k3v9q2m7 b2c4d6e8
        thresh link k3v9q2m7 '<20120120.4F@example.org>' --by Ada
        thresh link k3v9q2m7 b2c4d6e8 --dry-run

      What a reader says wins over headers, pages and evidence, and stays when files are imported again or removed.
      """)

  @OptionGroup var correcting: CorrectingOptions

  @Argument(help: ArgumentHelp("The post that answers.", valueName: "child"))
  var child: String

  @Argument(help: ArgumentHelp("The post that it answers.", valueName: "parent"))
  var parent: String

  func perform() async throws {
    let archive = try correcting.open()
    let child = try correcting.presentPost(child, in: archive)
    let parent = try correcting.anyPost(parent, in: archive)
    guard child.post.id != parent.post.id else {
      throw Failure(message: "\(child.briefly): a post cannot answer itself")
    }
    if let path = try archive.path(from: parent.post.id, upTo: child.post.id) {
      let way = path.dropFirst().dropLast().map { $0.text.prefix(8) }.joined(separator: ", ")
      let top = path[path.count - 2].text.prefix(8)
      throw Failure(
        message: "\(parent.briefly) answers \(child.briefly) already"
          + (way.isEmpty ? "" : " by way of \(way)") + "; this link would close a loop",
        hint: "`thresh unlink \(top)` first takes the link away that stands against it")
    }
    try correcting.keep(
      [Decision(.parent, post: child.post.id, value: ["post": .text(parent.post.id.text)])],
      in: archive,
      saying: ["\(child.briefly) answers \(parent.briefly)" + before(child, parent: parent)])
  }

  /// What the post answered so far.
  private func before(_ child: ArchivedPost, parent: ArchivedPost) -> String {
    guard let old = child.parent, let kind = child.link?.reasons.first?.kind else {
      return "; it answered nothing so far"
    }
    let why = kind == .manual ? "as a reader said" : "by its \(kind.rawValue)"
    return old == parent.post.id
      ? ", as it did \(why)" : ", no longer \(old.text.prefix(8)) \(why)"
  }
}

/// `thresh unlink`.
struct UnlinkCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "unlink",
    abstract: "Says that a post answers no other.",
    discussion: """
      Examples:
        thresh unlink k3v9q2m7
        thresh unlink k3v9q2m7 --by Ada

      The post becomes the root of a thread, with all that hangs below it. Of a link that a reader drew, `thresh undo` \
      gives back what was there before.
      """)

  @OptionGroup var correcting: CorrectingOptions

  @Argument(help: ArgumentHelp("The post that answers none.", valueName: "child"))
  var child: String

  func perform() async throws {
    let archive = try correcting.open()
    let child = try correcting.presentPost(child, in: archive)
    let parent = try child.parent.flatMap { try archive.post($0, detail: []) }
    try correcting.keep(
      [Decision(.parent, post: child.post.id, value: ["post": nil])], in: archive,
      saying: [
        parent.map { "\(child.briefly) no longer answers \($0.briefly)" }
          ?? "\(child.briefly) answers nothing, whatever is found later"
      ])
  }
}
