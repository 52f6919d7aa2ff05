internal import ArchiveStore
internal import ArgumentParser
internal import Corrections
internal import Discussion

/// `thresh relate`.
struct RelateCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "relate",
    abstract: "Says that two posts belong together, though neither answers the other.",
    discussion: """
      Examples:
        thresh relate k3v9q2m7 b2c4d6e8
        thresh relate k3v9q2m7 b2c4d6e8 --not

      Such as an article that excerpts a mail: name it first. `thresh show --related` shows it with both.
      """)

  @OptionGroup var correcting: CorrectingOptions

  @Flag(help: "Say that they do not belong together, whatever was found.")
  var not = false

  @Argument(help: ArgumentHelp("The post that takes from the other.", valueName: "post"))
  var first: String

  @Argument(help: ArgumentHelp("The other post.", valueName: "other"))
  var second: String

  func perform() async throws {
    let archive = try correcting.open()
    let first = try correcting.anyPost(first, in: archive)
    let second = try correcting.anyPost(second, in: archive)
    guard first.post.id != second.post.id else {
      throw Failure(message: "\(first.briefly): both ids name this post")
    }
    let words = not ? "do not belong together" : "belong together"
    // One decision for a pair, whichever is named first.
    let known = try archive.corrections(of: .related).placed.map(\.decision).first {
      $0.post == second.post.id && $0.about == first.post.id.text
    }
    let (post, other) = known == nil ? (first, second) : (second, first)
    try correcting.keep(
      [
        Decision(
          .related, post: post.post.id, about: other.post.id.text, value: .flag(!not))
      ], in: archive, saying: ["\(first.briefly) and \(second.briefly) \(words)"])
  }
}
