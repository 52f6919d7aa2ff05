public import Discussion

/// What a reader says about the files to import.
public struct ImportOptions: Sendable, Hashable {
  /// The venue that all posts belong to.
  public var venue: Venue?
  /// The format that every file is read as, by its name in ``FormatTable``; nil to detect it by content.
  public var format: String?

  /// Nothing is said: everything is detected.
  public init(venue: Venue? = nil, format: String? = nil) {
    self.venue = venue
    self.format = format
  }

  /// The options as one text, so that a file that was read with others is read again.
  public var fingerprint: String {
    [venue.map { "venue=\($0.id)" }, format.map { "as=\($0)" }].compactMap(\.self)
      .joined(separator: " ")
  }
}
