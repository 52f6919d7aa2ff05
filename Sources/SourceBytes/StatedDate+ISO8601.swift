extension StatedDate {
  /// Reads a date of ISO 8601 in its extended form, as exact as it is written: `2012`, `2012-01`, `2012-01-20`,
  /// `2012-01-20T10`, `2012-01-20T10:00`, `2012-01-20T10:00:00`, the last three also with a blank for the `T` and
  /// with an offset: `Z`, `+01`, `+0100` or `+01:00`.
  ///
  /// Fractions of a second are passed over. What ``iso8601`` writes reads back.
  ///
  /// - Returns: nil for any other text, and where a field lies outside its range.
  public init?(iso8601 text: String) {
    var rest = Array(text.utf8)[...]
    func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    func number(_ digitCount: Int) -> Int? {
      guard rest.count >= digitCount, rest.prefix(digitCount).allSatisfy(isDigit) else {
        return nil
      }
      defer { rest = rest.dropFirst(digitCount) }
      return rest.prefix(digitCount).reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    func take(_ bytes: [UInt8]) -> Bool {
      guard let first = rest.first, bytes.contains(first) else { return false }
      rest = rest.dropFirst()
      return true
    }
    guard let year = number(4) else { return nil }
    var precision = Precision.year
    var fields = [1, 1, 0, 0, 0]
    let steps: [(mark: [UInt8], precision: Precision)] = [
      ([0x2d], .month), ([0x2d], .day), ([0x54, 0x74, 0x20], .hour), ([0x3a], .minute),
      ([0x3a], .second),
    ]
    for (index, step) in steps.enumerated() {
      // A sign behind a time is that of an offset.
      guard index < 2 || !rest.isEmpty, take(step.mark) else { break }
      guard let value = number(2) else { return nil }
      fields[index] = value
      precision = step.precision
    }
    if precision == .second, take([0x2e, 0x2c]) {
      let digits = rest.prefix(while: isDigit)
      guard !digits.isEmpty else { return nil }
      rest = rest.dropFirst(digits.count)
    }
    var offset: Int?
    if [.hour, .minute, .second].contains(precision), let sign = rest.first {
      if take([0x5a, 0x7a]) {
        offset = 0
      } else {
        guard take([0x2b, 0x2d]), let hours = number(2), hours < 24 else { return nil }
        _ = take([0x3a])
        let minutes = rest.isEmpty ? 0 : number(2)
        guard let minutes, minutes < 60 else { return nil }
        offset = (hours * 60 + minutes) * (sign == 0x2d ? -1 : 1)
      }
    }
    guard rest.isEmpty else { return nil }
    self.init(
      year: year, month: fields[0], day: fields[1], hour: fields[2], minute: fields[3],
      second: fields[4], offsetMinutes: offset, precision: precision)
  }
}
