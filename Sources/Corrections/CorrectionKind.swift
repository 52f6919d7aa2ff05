/// What a correction is about.
///
/// Open: a kind that this version does not know is kept, exported and imported like any other.
public struct CorrectionKind: RawRepresentable, Sendable, Hashable, Comparable {
  /// The name as it stands in archives and files.
  public let rawValue: String

  /// Takes over a name.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Which post a post answers: the value names it under `post`, or is null where the post answers none.
  public static let parent = CorrectionKind(rawValue: "parent")
  /// Whether two posts belong together: about the other post; the value is true or false.
  public static let related = CorrectionKind(rawValue: "related")
  /// What a post shows, mended: about the field; the value is what it shows from now on.
  public static let edit = CorrectionKind(rawValue: "edit")
  /// Whether two ids of persons mean one (about both, sorted, with a blank between), or that one form of a name is
  /// nobody else; the value says under `same` which.
  public static let person = CorrectionKind(rawValue: "person")

  /// A saved query: about its name; the value is its text, or null where it was forgotten.
  public static let query = CorrectionKind(rawValue: "query")
  /// A mark of a reader on words of a post, or on all of it: about the mark's id; null takes the mark away.
  public static let mark = CorrectionKind(rawValue: "mark")
  /// What a reader decides about a suggested mark: about its id; `accepted` or `rejected`.
  public static let judgement = CorrectionKind(rawValue: "judgement")

  /// A discovered topic that a reader keeps: about its id from then on; the value has its `name` and its `terms` with
  /// their weights, or is null where it is kept no longer.
  public static let topic = CorrectionKind(rawValue: "topic")

  /// Orders by name.
  public static func < (left: CorrectionKind, right: CorrectionKind) -> Bool {
    left.rawValue < right.rawValue
  }
}
