/// A name that stands in the text of a post: of somebody it speaks to, or of its writer.
public struct NameInText: Sendable, Hashable {
  /// What the name does there.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    /// The text speaks to its bearer.
    case called
    /// The text is signed with it.
    case signed
  }

  /// What the name does there.
  public var role: Role
  /// The name as written, without greeting and `@`.
  public var name: String
  /// Where it lies in the text, with its greeting, in Unicode scalars.
  public var range: Range<Int>
  /// Whether it opens the text.
  public var isFirst: Bool
  /// Whether a greeting or `@` goes before, so that it cannot be a common word.
  public var isMarked: Bool

  /// Records a name.
  public init(_ role: Role, name: String, range: Range<Int>, isFirst: Bool, isMarked: Bool) {
    self.role = role
    self.name = name
    self.range = range
    self.isFirst = isFirst
    self.isMarked = isMarked
  }
}
