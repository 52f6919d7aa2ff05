internal import ArchiveStore
internal import ArgumentParser
private import Foundation
internal import Privacy

/// `--pseudonyms` and `--key`.
struct PseudonymOptions: ParsableArguments {
  @Flag(help: "Put Person 1, Person 2, … in place of names, in texts and addresses too.")
  var pseudonyms = false

  @Option(
    help: ArgumentHelp(
      "The file that says who is who; made with rights for you alone, or read to keep the same pseudonyms.",
      valueName: "file"))
  var key: String?

  func validate() throws {
    if key != nil, !pseudonyms { throw ValidationError("--key goes with --pseudonyms") }
  }

  /// The pseudonyms of everybody in the archive, with the key written; nil where none were asked for.
  func load(for archive: Archive) throws -> Pseudonyms? {
    guard pseudonyms else { return nil }
    var known = PseudonymKey()
    if let key, let data = FileManager.default.contents(atPath: key) {
      known = PseudonymKey(parsing: String(decoding: data, as: UTF8.self))
    }
    var names = Pseudonyms(key: known)
    try archive.forEachPost(detail: []) { post, _ in names.add(post) }
    if let key { try write(names.key.text, to: key) }
    StandardError.write(
      "Names are replaced; quoted sentences can still be found by a search of the web, and people by what they tell.\n"
    )
    return names
  }

  /// Writes a file that only its owner may read, from the start on.
  private func write(_ text: String, to path: String) throws {
    try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    guard
      FileManager.default.createFile(
        atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
    else { throw Failure(message: "\(SafeText.line(path)): cannot be written") }
    try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
  }
}
