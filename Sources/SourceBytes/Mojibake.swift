/// Text that was encoded as UTF-8 twice: `Ã©` where `é` was meant.
package enum Mojibake {
  /// How many places must look wrong, and no place right, before a text is repaired.
  static let leastRunCount = 3

  /// Takes the second encoding off.
  ///
  /// Each run of non-ASCII characters is written back as Windows-1252; where every run of the text is
  /// well-formed UTF-8 then, that is the text. A text that talks about such damage holds sound letters too and
  /// is left alone.
  ///
  /// - Parameter text: Well-formed UTF-8.
  /// - Returns: nil where the text is sound.
  /// - Complexity: O(n); a sound text is left at its first letter with a mark.
  package static func repaired(_ text: Span<UInt8>) -> [UInt8]? {
    guard let first = firstHighByte(text), isSuspect(text, at: first) else { return nil }
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var run: [UInt8] = []
    var runCount = 0
    var index = 0
    while index < text.count {
      if text[index] < 0x80 {
        guard closeRun(&run, &runCount, into: &output) else { return nil }
        output.append(text[index])
        index += 1
      } else {
        guard let (byte, size) = windowsByte(text, at: index) else { return nil }
        run.append(byte)
        index += size
      }
    }
    guard closeRun(&run, &runCount, into: &output), runCount >= leastRunCount else { return nil }
    return output
  }

  private static func closeRun(
    _ run: inout [UInt8], _ runCount: inout Int, into output: inout [UInt8]
  ) -> Bool {
    guard !run.isEmpty else { return true }
    guard Charset.isUTF8(run.span) else { return false }
    output += run
    run.removeAll(keepingCapacity: true)
    runCount += 1
    return true
  }

  private static func firstHighByte(_ text: Span<UInt8>) -> Int? {
    var index = 0
    while index < text.count {
      if text[index] >= 0x80 { return index }
      index += 1
    }
    return nil
  }

  /// Whether a character that was the first byte of a sequence stands before one that was a later byte.
  private static func isSuspect(_ text: Span<UInt8>, at index: Int) -> Bool {
    guard let (lead, size) = windowsByte(text, at: index), lead >= 0xC2, lead <= 0xF4,
      index + size < text.count, text[index + size] >= 0x80,
      let (next, _) = windowsByte(text, at: index + size)
    else { return false }
    return next & 0xC0 == 0x80
  }

  /// The byte that Windows-1252 has for the character at `index`, and how many bytes the character has here.
  private static func windowsByte(
    _ text: Span<UInt8>, at index: Int
  ) -> (byte: UInt8, size: Int)? {
    let lead = text[index]
    guard index + 1 < text.count else { return nil }
    let second = UInt32(text[index + 1] & 0x3F)
    if lead == 0xC2 || lead == 0xC3 {
      return (UInt8(truncatingIfNeeded: UInt32(lead & 3) << 6 | second), 2)
    }
    let scalar: UInt32
    let size: Int
    if lead & 0xE0 == 0xC0 {
      (scalar, size) = (UInt32(lead & 0x1F) << 6 | second, 2)
    } else if lead & 0xF0 == 0xE0, index + 2 < text.count {
      (scalar, size) = (
        UInt32(lead & 0x0F) << 12 | second << 6 | UInt32(text[index + 2] & 0x3F), 3
      )
    } else {
      return nil
    }
    guard let offset = windowsScalars.firstIndex(of: scalar) else { return nil }
    return (UInt8(0x80 + offset), size)
  }

  /// What Windows-1252 has at 0x80 to 0x9F; 0 where it has nothing.
  private static let windowsScalars: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0,
    0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
    0x203A,
    0x0153, 0, 0x017E, 0x0178,
  ]
}
