internal import Discussion

/// Whether a reply with another subject starts a new discussion.
///
/// `New (was: Old)` says so. So does a message that somebody began as a reply to an old one only to have the address:
/// a new subject without reply mark, not a word of the old one in it, no quotation, and time or another person between.
public struct SubjectTurn: Sendable, Hashable {
  /// How long after the old message a new subject is taken for a new discussion, in seconds.
  private static let gap: Int64 = 3 * 86_400

  private let subject: String
  private let oldSubject: String
  private let seconds: Int64?
  private let isSamePerson: Bool
  private let quotes: Bool

  /// Compares a reply with the message that it answers.
  ///
  /// - Parameter quotes: Whether the reply quotes.
  public init(
    subject: String, oldSubject: String, instant: Int64?, oldInstant: Int64?, isSamePerson: Bool,
    quotes: Bool
  ) {
    self.subject = subject
    self.oldSubject = oldSubject
    if let instant, let oldInstant {
      seconds = max(0, instant.subtractingReportingOverflow(oldInstant).partialValue)
    } else {
      seconds = nil
    }
    self.isSamePerson = isSamePerson
    self.quotes = quotes
  }

  /// How sure it is that a new discussion starts, and the words that say so; nil where it goes on.
  public var fork: (confidence: Double, detail: String)? {
    let new = BaseSubject(subject)
    let old = BaseSubject(oldSubject)
    let (newWords, oldWords) = (words(new.text), words(old.text))
    if let was = new.was {
      // A reply within the fork says "was" too, with the same new subject.
      guard newWords != oldWords || old.was != new.was else { return nil }
      return newWords == oldWords ? nil : (words(was) == oldWords ? 0.98 : 0.9, subject)
    }
    guard !new.isReply, !new.isForward, !quotes, !newWords.isEmpty, !oldWords.isEmpty,
      newWords.isDisjoint(with: oldWords), !isPartOfSeries(subject), !isPartOfSeries(oldSubject)
    else { return nil }
    let isLate = (seconds ?? 0) >= SubjectTurn.gap
    guard isLate || !isSamePerson else { return nil }
    return (isLate && !isSamePerson ? 0.85 : 0.65, subject)
  }

  /// The words of four and more letters, else all, in lower case.
  private func words(_ text: String) -> Set<String> {
    let all = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let long = all.filter { $0.count >= 4 }
    return Set(long.isEmpty ? all : long)
  }

  /// `[PATCH 2/7]`, `(3/12)`: the parts of one thing answer its first.
  private func isPartOfSeries(_ subject: String) -> Bool {
    let bytes = Array(subject.utf8)
    for index in bytes.indices.dropFirst() where bytes[index] == UInt8(ascii: "/") {
      if bytes[index - 1] &- 0x30 < 10, index + 1 < bytes.count, bytes[index + 1] &- 0x30 < 10 {
        return true
      }
    }
    return subject.lowercased().contains("patch")
  }
}
