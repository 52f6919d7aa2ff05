public import Discussion
internal import SourceBytes

/// Reads one post anew from the bytes that were kept of it.
public struct CopyReader: Sendable {
  /// The file as the user named it.
  public var path: String
  /// Its absolute path.
  public var location: String
  /// The members inside it, joined by `!`; empty for the file itself.
  public var member: String
  /// Where in the member the post stands.
  public var locator: String
  /// The bytes of the member that it takes up.
  public var extent: Range<Int>
  /// The format it was read as.
  public var format: String

  /// Names a copy.
  public init(
    path: String, location: String, member: String, locator: String, extent: Range<Int>,
    format: String
  ) {
    self.path = path
    self.location = location
    self.member = member
    self.locator = locator
    self.extent = extent
    self.format = format
  }

  /// The post that the bytes hold; nil where they hold none at this place.
  ///
  /// - Parameter envelope: The separator line that stood before a message, where it was kept.
  public func contribution(from original: [UInt8], envelope: [UInt8]?) -> Contribution? {
    let context = MemberContext(path: path, location: location, member: member, modified: nil)
    let limits = ParseLimits()
    guard MailFormatNames.all.contains(format) else {
      return PageAdapter(context: context, limits: limits).batch(from: original).contributions
        .first { $0.locator == locator }
    }
    var findings: [Finding] = []
    return MailAdapter(context: context, format: format, limits: limits).contribution(
      from: RawMessage(extent: extent, envelope: envelope, bytes: original, locator: locator),
      dialect: nil,
      findings: &findings)
  }
}
