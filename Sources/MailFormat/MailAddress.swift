/// A mailbox as a header names it.
public struct MailAddress: Sendable, Hashable {
  /// The display name, decoded; nil where there is none.
  public var name: String?
  /// The address without brackets, `user@host`; nil where there is none.
  public var address: String?
  /// Whether an archive had written the address as `user at host`.
  public var wasMasked: Bool

  /// Names a mailbox.
  public init(name: String?, address: String?, wasMasked: Bool = false) {
    self.name = name
    self.address = address
    self.wasMasked = wasMasked
  }
}
