/// Something odd about an input: what, where, and what a reader may do about it.
///
/// A finding never stops an import. Parsers return the best value they can read and append findings.
public struct Finding: Sendable, Hashable {
  /// How much a finding matters.
  public enum Severity: String, Sendable, Hashable, CaseIterable {
    /// Worth knowing; nothing was lost.
    case note
    /// Something was repaired or guessed.
    case warning
    /// Something could not be read.
    case error
  }

  /// How much it matters.
  public let severity: Severity
  /// A stable, hyphenated name such as `date-unreadable`; every code is listed by its module.
  public let code: String
  /// Where it was found.
  public let location: SourceLocation
  /// One sentence without a final stop, in lower case, about this very place.
  public let message: String
  /// What a reader may do about it.
  public let hint: String?

  /// Describes something odd at `location`.
  public init(
    _ severity: Severity, _ code: String, at location: SourceLocation, _ message: String,
    hint: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.location = location
    self.message = message
    self.hint = hint
  }
}

/// A line of the table of finding codes that `thresh formats` prints.
public struct FindingCode: Sendable, Hashable {
  /// The code, as in ``Finding/code``.
  public let code: String
  /// What it means, one line.
  public let meaning: String

  /// Pairs a code with its meaning.
  public init(_ code: String, _ meaning: String) {
    self.code = code
    self.meaning = meaning
  }
}
