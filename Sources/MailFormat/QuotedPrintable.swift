internal import SourceBytes

/// Quoted-printable (RFC 2045, section 6.7) and the Q encoding of headers (RFC 2047, section 4.2), read tolerantly.
///
/// A `=` that begins no escape stays as it is. Blanks at the end of a line stay too, against the letter of the RFC: today no
/// relay adds them, and mailers that forget to encode them mean them (`-- `, format=flowed).
package enum QuotedPrintable {
  /// Decodes `range` of `bytes`.
  ///
  /// - Parameters:
  ///   - isHeader: Whether `_` is a space, as in headers.
  ///   - limit: How many bytes are wanted; decoding stops soon behind them.
  /// - Complexity: O(n).
  package static func decode(
    _ bytes: Span<UInt8>, in range: Range<Int>, isHeader: Bool = false, limit: Int = .max
  ) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(min(range.count, limit))
    let end = range.upperBound
    var index = range.lowerBound
    while index < end, output.count < limit {
      let mark = bytes.firstOffset(of: 0x3D, from: index, to: end) ?? end
      appendPlain(bytes, index..<mark, isHeader: isHeader, into: &output)
      guard mark < end else { break }
      index = mark + 1
      if index + 1 < end, let high = bytes[index].hexadecimalValue,
        let low = bytes[index + 1].hexadecimalValue
      {
        output.append(high << 4 | low)
        index += 2
      } else if let next = softBreak(bytes, index, end) {
        index = next
      } else {
        output.append(0x3D)
      }
    }
    return output
  }

  private static func appendPlain(
    _ bytes: Span<UInt8>, _ range: Range<Int>, isHeader: Bool, into output: inout [UInt8]
  ) {
    guard isHeader else {
      output.append(contentsOf: bytes, in: range)
      return
    }
    for index in range {
      output.append(bytes[index] == 0x5F ? 0x20 : bytes[index])
    }
  }

  /// Where the text goes on behind a `=` that ends its line; nil where the line goes on.
  private static func softBreak(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var index = start
    while index < end, bytes[index].isBlank || bytes[index] == 0x0D { index += 1 }
    guard index < end else { return end }
    return bytes[index] == 0x0A ? index + 1 : nil
  }
}
