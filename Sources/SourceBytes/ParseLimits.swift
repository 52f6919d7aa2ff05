/// Bounds that hostile input cannot push a parser beyond.
public struct ParseLimits: Sendable, Hashable {
  /// The most bytes of one message or page that are read; the rest is a finding.
  public var messageByteCount = 64 << 20
  /// The most bytes of one header block.
  public var headerByteCount = 1 << 20
  /// The most header fields of one message or part.
  public var headerFieldCount = 2_000
  /// The most MIME parts of one message.
  public var partCount = 1_000
  /// The most messages of one digest.
  public var digestMessageCount = 20_000
  /// The deepest nesting of MIME parts, elements or quotations.
  public var depth = 100
  /// The most elements, texts and comments of one page; the largest with thousands of comments have a tenth of it.
  public var nodeCount = 600_000
  /// The most scalars of readable text of one post.
  public var textScalarCount = 4 << 20

  /// The limits that the command line uses.
  public init() {}
}
