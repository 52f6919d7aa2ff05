internal import SourceBytes

/// The text of `text/enriched` without its commands (RFC 1896) and of `text/richtext` (RFC 1341).
enum EnrichedText {
  /// Drops the commands and joins lines: one line feed is a space, several are one fewer.
  ///
  /// - Complexity: O(n).
  static func plain(_ text: Span<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var index = 0
    var isParameter = false
    while index < text.count {
      let byte = text[index]
      if byte == 0x3C {
        if index + 1 < text.count, text[index + 1] == 0x3C {
          if !isParameter { output.append(0x3C) }
          index += 2
          continue
        }
        // A command has at most 60 characters between its brackets.
        guard let end = text.firstOffset(of: 0x3E, from: index, to: min(text.count, index + 64))
        else {
          output.append(byte)
          index += 1
          continue
        }
        if text.hasBytesIgnoringCase("<param>", at: index) { isParameter = true }
        if text.hasBytesIgnoringCase("</param>", at: index) { isParameter = false }
        if text.hasBytesIgnoringCase("<nl>", at: index) { output.append(0x0A) }
        if text.hasBytesIgnoringCase("<lt>", at: index) { output.append(0x3C) }
        index = end + 1
      } else if byte == 0x0A {
        var count = 0
        while index < text.count, text[index] == 0x0A {
          count += 1
          index += 1
        }
        if !isParameter {
          output.append(
            contentsOf: count == 1 ? [0x20] : [UInt8](repeating: 0x0A, count: count - 1))
        }
      } else {
        if !isParameter { output.append(byte) }
        index += 1
      }
    }
    return output
  }
}
