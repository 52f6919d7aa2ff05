public import SourceBytes

/// When a message was written, and which of its lines says so.
public struct MailDate: Sendable, Hashable {
  /// The lines that may date a message, best first.
  public enum Rung: String, Sendable, Hashable, CaseIterable {
    /// The Date field.
    case date
    /// The topmost Received field: when the last server took the message.
    case received
    /// The envelope line of the mbox.
    case envelope
  }

  /// The point in time.
  public var stated: StatedDate
  /// Which line states it.
  public var rung: Rung
  /// The line's own words, unfolded.
  public var asWritten: String
  /// Whether mail can be of that time; false where no line of the message states a time that can be true.
  public var isPlausible = true

  /// Says what a line states.
  public init(stated: StatedDate, rung: Rung, asWritten: String) {
    self.stated = stated
    self.rung = rung
    self.asWritten = asWritten
  }
}
