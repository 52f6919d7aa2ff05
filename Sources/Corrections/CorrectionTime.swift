internal import SourceBytes

/// When something was decided, to the millisecond, as `2026-11-22T12:00:00.000Z`.
///
/// Such texts sort as the times do.
public struct CorrectionTime: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  public let milliseconds: Int64

  /// Takes over a time.
  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// Reads a time in UTC, with or without milliseconds.
  ///
  /// - Returns: nil for any other text.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 20 || bytes.count == 24, bytes.last == UInt8(ascii: "Z") else {
      return nil
    }
    var pattern = Array("0000-00-00T00:00:00".utf8)
    if bytes.count == 24 { pattern += Array(".000".utf8) }
    for (byte, wanted) in zip(bytes, pattern) {
      let isDigit = byte &- 0x30 < 10
      guard wanted == 0x30 ? isDigit : byte == wanted else { return nil }
    }
    func number(_ range: Range<Int>) -> Int {
      bytes[range].reduce(0) { $0 * 10 + Int($1 & 15) }
    }
    guard
      let date = StatedDate(
        year: number(0..<4), month: number(5..<7), day: number(8..<10), hour: number(11..<13),
        minute: number(14..<16), second: number(17..<19))
    else { return nil }
    milliseconds = date.instant * 1000 + (bytes.count == 24 ? Int64(number(20..<23)) : 0)
  }

  /// The time as it is kept and exported.
  public var description: String {
    let rest = (milliseconds % 1000 + 1000) % 1000
    let seconds = (milliseconds - rest) / 1000
    let padding = rest < 10 ? "00" : rest < 100 ? "0" : ""
    return StatedDate(instant: seconds, offsetMinutes: nil).iso8601 + ".\(padding)\(rest)Z"
  }

  /// Orders the earlier first.
  public static func < (left: CorrectionTime, right: CorrectionTime) -> Bool {
    left.milliseconds < right.milliseconds
  }
}
