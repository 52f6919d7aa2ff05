internal import ArchiveQuery
internal import ArchiveStore
internal import ArgumentParser
internal import Ingest
internal import SourceBytes

/// A failure in words, with what to do about it.
struct Failure: Error {
  var message: String
  var hint: String?
}

/// That all was said and the status is 1, such as `check` that found damage.
struct QuietFailure: Error {}

/// The one place that tells people what went wrong.
enum Report {
  /// Says what went wrong on standard error.
  ///
  /// - Returns: The exit status: 0 for help, 1 for a failure, 64 for wrong usage.
  static func status(reporting error: any Error) -> Int32 {
    if error is QuietFailure { return 1 }
    if let failure = failure(error) {
      say(failure)
      return error is QueryFailure ? 64 : 1
    }
    let code = ThreshCommand.exitCode(for: error)
    let text = ThreshCommand.fullMessage(for: error)
    if code == .success {
      try? StandardOutput.shared.write(text + "\n")
      try? StandardOutput.shared.flush()
      return 0
    }
    if code == .validationFailure {
      StandardError.write(
        "thresh: " + text.replacing("Error: ", with: "", maxReplacements: 1) + "\n")
      return 64
    }
    say(Failure(message: SafeText.line("\(error)")))
    return 1
  }

  static func say(_ failure: Failure) {
    StandardError.write("thresh: \(failure.message)\n")
    if let hint = failure.hint { StandardError.write("hint: \(hint)\n") }
  }

  /// A finding as one line, with its hint.
  static func text(_ finding: Finding) -> String {
    let place = "\(finding.location.file.path):\(finding.location.bytes.lowerBound)"
    return SafeText.line("\(place): \(finding.message)")
  }

  /// What a person is told of an error; nil for one that nobody foresaw.
  static func failure(_ error: any Error) -> Failure? {
    switch error {
    case let failure as Failure: return failure
    case let error as InputError:
      return Failure(message: SafeText.line("\(error.path): \(error.message)"))
    case let failure as QueryFailure:
      return Failure(
        message: "the query cannot be read: \(SafeText.line(failure.error.message))\n"
          + SafeText.lines(failure.error.marked(in: failure.query)),
        hint: failure.error.hint.map { SafeText.line($0) })
    case let error as ArchiveError: return failure(error)
    default: return nil
    }
  }

  private static func failure(_ error: ArchiveError) -> Failure {
    switch error {
    case .notFound(let path):
      Failure(
        message: "\(SafeText.line(path)): there is no archive",
        hint: "`thresh import PATH...` makes one")
    case .notAnArchive(let path):
      Failure(
        message: "\(SafeText.line(path)): not a Thresh archive",
        hint: "to read a file directly: `thresh threads --in \(SafeText.line(path))`")
    case .tooNew(let path):
      Failure(
        message: "\(SafeText.line(path)): written by a later version of Thresh",
        hint: "this is version \(ToolVersion.text)")
    case .unknownPost(let name):
      Failure(
        message: "\(SafeText.line(name)): no post has this id",
        hint: "`thresh search` and `thresh threads` print ids")
    case .unknownPerson(let name):
      Failure(
        message: "\(SafeText.line(name)): nobody has this id, address or name",
        hint: "`thresh people list` shows everybody")
    case .ambiguousPerson(let name, let candidates):
      Failure(
        message: "\(SafeText.line(name)): this fits several people; name one by id or address",
        hint: SafeText.line(candidates.joined(separator: ", ")))
    case .ambiguousPost(let name, let candidates):
      Failure(
        message: "\(SafeText.line(name)): several posts begin so",
        hint: candidates.joined(separator: " "))
    case .unknownQuery(let name):
      Failure(
        message: "\(SafeText.line(name)): no query was saved under this name",
        hint: "`thresh search --saved` lists them")
    case .unusableQuery(let why): Failure(message: SafeText.line(why))
    case .queryTooSlow(let seconds):
      Failure(
        message: "the query takes longer than \(seconds) s and was stopped",
        hint: "give longer words, fewer `~` and `*`, or a time: `date:2012`")
    case .queryTooLarge(let megabytes):
      Failure(
        message: "the query needs more than \(megabytes) MB of memory and was stopped",
        hint: "give fewer and longer beginnings of words: `comm*` rather than `co*`")
    }
  }
}
