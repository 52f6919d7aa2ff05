/// Choices for turning a tree into text.
public struct ReadableTextOptions: Sendable {
  /// Whether the address of a link follows its text as ` <address>` where the two differ.
  public var showsLinkAddresses = false
  /// Whether `img` gives its `alt` text.
  public var showsImageText = true
  /// Numbers of nodes (``HTMLNode/index``) that are left out with all they hold.
  public var omitted: Set<Int> = []
  /// Numbers of elements that are quotations though they are no `blockquote`.
  public var quotes: Set<Int> = []
  /// Numbers of elements whose lines stay as they stand though they are no `pre`.
  public var preformatted: Set<Int> = []

  /// The usual choices.
  public init() {}
}

extension HTMLNode {
  /// Its text as people read it.
  ///
  /// Lines end in LF; paragraphs are separated by one empty line; `<br>` breaks; items start with
  /// `- ` or their number; `<pre>` is kept as it stands; quotations start with `> `, once for each
  /// level, unless they have marks of their own; cells of a row are separated by tabs. Scripts, styles
  /// and form fields are left out, no-break spaces are spaces, control characters go away.
  ///
  /// - Complexity: Linear in the size of the subtree, plus the depth of quotation for each line.
  public func readableText(_ options: ReadableTextOptions = ReadableTextOptions()) -> String {
    let range = kind == .text || kind == .comment ? index..<endIndex : index + 1..<endIndex
    return TextWriter.write(range, of: storage, options: options, startingIn: self)
  }
}

extension HTMLDocument {
  /// The text of the nodes numbered `range`, as ``HTMLNode/readableText(_:)`` writes it.
  ///
  /// Elements that start inside the range and end after it are cut at its end: the text between two
  /// comments is the range between their numbers.
  public func readableText(
    ofNodes range: Range<Int>, options: ReadableTextOptions = ReadableTextOptions()
  ) -> String {
    let bounded = range.clamped(to: 0..<nodeCount)
    guard !bounded.isEmpty else { return "" }
    return TextWriter.write(
      bounded, of: storage, options: options,
      startingIn: self[bounded.lowerBound].parent ?? root)
  }
}
