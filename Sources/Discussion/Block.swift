/// A part of a post's text that has one origin.
///
/// The blocks of a post tile its text: the first starts at 0, each starts where the one before ends, the last ends
/// with the text. Offsets count Unicode scalars.
public struct Block: Sendable, Hashable {
  /// What a block is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The author's own words.
    case own
    /// Words of another post, marked as such.
    case quote
    /// The line that names who is quoted: "On Monday, Ada wrote:".
    case attribution
    /// The author's signature.
    case signature
    /// What the list software or a provider added.
    case footer
    /// A whole message that was passed on.
    case forward
    /// Program text.
    case code
    /// A change to program text.
    case patch
    /// OpenPGP armour.
    case pgp
  }

  /// What it is.
  public var kind: Kind
  /// How deep it is quoted; 0 for own words.
  public var depth: Int
  /// Where it starts in the text, in Unicode scalars.
  public var start: Int
  /// Where it ends in the text, in Unicode scalars.
  public var end: Int
  /// The person that the attribution names, as written.
  public var name: String?
  /// The post that is quoted, once known.
  public var of: PostID?

  /// Marks the scalars from `start` up to `end`.
  public init(_ kind: Kind, depth: Int = 0, start: Int, end: Int, name: String? = nil) {
    self.kind = kind
    self.depth = depth
    self.start = start
    self.end = end
    self.name = name
  }
}
