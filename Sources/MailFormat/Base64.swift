internal import SourceBytes

/// Base64 (RFC 2045, section 6.8), read tolerantly.
///
/// Bytes outside the alphabet are skipped; padding in the middle ends a quantum and reading goes on, as where
/// encoded pieces were joined; what is missing at the end is given up.
package enum Base64 {
  /// Decodes `range` of `bytes`.
  ///
  /// - Parameter limit: How many bytes are wanted; decoding stops soon behind them.
  /// - Complexity: O(n); the result is at most three quarters of the input.
  package static func decode(_ bytes: Span<UInt8>, in range: Range<Int>, limit: Int = .max)
    -> [UInt8]
  {
    var output: [UInt8] = []
    output.reserveCapacity(min(range.count / 4 * 3, limit) + 3)
    let values = table
    var bits: UInt32 = 0
    var count = 0
    var index = range.lowerBound
    while index < range.upperBound, output.count < limit {
      let byte = bytes[index]
      let value = values[Int(byte)]
      index += 1
      if value < 64 {
        bits = bits << 6 | UInt32(value)
        count += 1
        if count == 4 {
          output.append(UInt8(truncatingIfNeeded: bits >> 16))
          output.append(UInt8(truncatingIfNeeded: bits >> 8))
          output.append(UInt8(truncatingIfNeeded: bits))
          (bits, count) = (0, 0)
        }
      } else if byte == 0x3D {
        flush(bits, count, into: &output)
        (bits, count) = (0, 0)
      }
    }
    flush(bits, count, into: &output)
    return output
  }

  /// How many bytes `range` decodes to, without decoding it.
  package static func decodedByteCount(_ bytes: Span<UInt8>, in range: Range<Int>) -> Int {
    let values = table
    var total = 0
    var count = 0
    for index in range {
      if values[Int(bytes[index])] < 64 {
        count += 1
      } else if bytes[index] == 0x3D {
        total += count / 4 * 3 + max(0, count % 4 - 1)
        count = 0
      }
    }
    return total + count / 4 * 3 + max(0, count % 4 - 1)
  }

  /// How many bytes a part holds that is said to be in base64; as many as stand there where it is plain text.
  package static func decodedByteCount(ofPart bytes: Span<UInt8>, in range: Range<Int>) -> Int {
    let isPlain = appendedText(bytes, in: range) == range.lowerBound
    return isPlain ? range.count : decodedByteCount(bytes, in: range)
  }

  /// Where plain text begins that some list server added below the encoded text; the end where none did.
  ///
  /// It is the first line with a byte outside the alphabet, when no full line of base64 follows it.
  package static func appendedText(_ bytes: Span<UInt8>, in range: Range<Int>) -> Int {
    var tail: Int?
    var start = range.lowerBound
    while start < range.upperBound {
      let next = bytes.nextLine(from: start, to: range.upperBound)
      let line = bytes.trimmed(start..<next)
      let isEncoded = !line.contains { table[Int(bytes[$0])] == 64 && bytes[$0] != 0x3D }
      if !isEncoded, tail == nil { tail = start }
      if isEncoded, line.count >= 40 { tail = nil }
      start = next
    }
    return tail ?? range.upperBound
  }

  private static func flush(_ bits: UInt32, _ count: Int, into output: inout [UInt8]) {
    switch count {
    case 2: output.append(UInt8(truncatingIfNeeded: bits >> 4))
    case 3:
      output.append(UInt8(truncatingIfNeeded: bits >> 10))
      output.append(UInt8(truncatingIfNeeded: bits >> 2))
    default: break
    }
  }

  /// The value of each byte; 64 for what is none.
  private static let table: [UInt8] = {
    var values = [UInt8](repeating: 64, count: 256)
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
    for (value, byte) in alphabet.enumerated() { values[Int(byte)] = UInt8(value) }
    return values
  }()
}
