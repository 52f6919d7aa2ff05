internal import SourceBytes

/// A Content-Type or Content-Disposition field: a value and its parameters (RFC 2045, section 5.1; RFC 2183; RFC 2231).
package struct ContentField: Sendable, Hashable {
  /// The value before the first `;`, in lower case, such as `text/plain`.
  package private(set) var value = ""
  private var parameters: [(name: String, value: String)] = []

  package static func == (left: ContentField, right: ContentField) -> Bool {
    left.value == right.value && left.parameters.elementsEqual(right.parameters) { $0 == $1 }
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(value) }

  /// The value of the parameter `name`, given in lower case; decoded.
  package subscript(name: String) -> String? {
    parameters.first { $0.name == name }?.value
  }

  /// Nothing stated.
  package init() {}

  /// Reads the field value in `range`.
  ///
  /// - Complexity: O(n); at most 200 parameters are read.
  package init(_ bytes: Span<UInt8>, in range: Range<Int>) {
    let text = EncodedWords.unfold(bytes, in: range)
    let span = text.span
    var scanner = Scanner()
    value = scanner.takeValue(span)
    var pieces: [Piece] = []
    while pieces.count < 200, let piece = scanner.takeParameter(span) { pieces.append(piece) }
    parameters = ContentField.joined(pieces)
  }

  /// One parameter as it stands there; a long one comes in several (RFC 2231, section 3).
  private struct Piece {
    var name: String
    var section: Int?
    var isEncoded: Bool
    var value: [UInt8]
  }

  private static func joined(_ pieces: [Piece]) -> [(name: String, value: String)] {
    var names: [String] = []
    for piece in pieces where !names.contains(piece.name) { names.append(piece.name) }
    var result: [(name: String, value: String)] = []
    for name in names {
      let all = pieces.filter { $0.name == name }
      // The form of RFC 2231 wins over a plain one beside it.
      let sections = all.filter { $0.section != nil || $0.isEncoded }
        .sorted { ($0.section ?? 0) < ($1.section ?? 0) }
      if sections.isEmpty {
        guard let plain = all.first else { continue }
        result.append((name, EncodedWords.decode(plain.value.span).text))
        continue
      }
      result.append((name, decoded(sections)))
    }
    return result
  }

  private static func decoded(_ sections: [Piece]) -> String {
    var bytes: [UInt8] = []
    var charset = ""
    for (index, piece) in sections.enumerated() {
      var value = piece.value[...]
      if piece.isEncoded {
        if index == 0, let first = value.firstIndex(of: 0x27),
          let second = value[(first + 1)...].firstIndex(of: 0x27)
        {
          charset = String(decoding: value[..<first], as: UTF8.self)
          value = value[(second + 1)...]
        }
        bytes += percentDecoded(value)
      } else {
        bytes += value
      }
    }
    return ReadableText.clean(Charset(charset).decode(bytes.span).text)
  }

  private static func percentDecoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == 0x25, index + 2 < text.endIndex,
        let high = text[index + 1].hexadecimalValue,
        let low = text[index + 2].hexadecimalValue
      {
        output.append(high << 4 | low)
        index += 3
      } else {
        output.append(text[index])
        index += 1
      }
    }
    return output
  }

  /// Walks over the text of a field.
  private struct Scanner {
    var index = 0

    mutating func takeValue(_ text: Span<UInt8>) -> String {
      var value: [UInt8] = []
      while index < text.count, text[index] != 0x3B {
        if text[index] == 0x28 {
          skipComment(text)
          continue
        }
        // `text/plain charset=x`: a semicolon that somebody forgot.
        if text[index].isASCIIWhitespace, value.contains(0x2F), value.last != 0x2F,
          index + 1 < text.count, text[index + 1].isASCIILetter
        {
          break
        }
        if !text[index].isASCIIWhitespace, text[index] != 0x22 {
          value.append(text[index].asciiLowercased)
        }
        index += 1
      }
      return EncodedWords.decode(value.span).text
    }

    mutating func takeParameter(_ text: Span<UInt8>) -> Piece? {
      while true {
        while index < text.count, text[index] == 0x3B || text[index].isASCIIWhitespace {
          index += 1
        }
        guard index < text.count else { return nil }
        if text[index] == 0x28 {
          skipComment(text)
          continue
        }
        let start = index
        while index < text.count, text[index] != 0x3D, text[index] != 0x3B { index += 1 }
        guard index < text.count, text[index] == 0x3D else { continue }
        let name = text.trimmed(start..<index)
        index += 1
        let value = takeParameterValue(text)
        return piece(text, name, value)
      }
    }

    private func piece(_ text: Span<UInt8>, _ name: Range<Int>, _ value: [UInt8]) -> Piece {
      var parts: [[UInt8]] = [[]]
      for index in name {
        if text[index] == 0x2A {
          parts.append([])
        } else {
          parts[parts.count - 1].append(text[index].asciiLowercased)
        }
      }
      let section = parts.count > 1 ? Int(String(decoding: parts[1], as: UTF8.self)) : nil
      return Piece(
        name: String(decoding: parts[0], as: UTF8.self), section: section,
        isEncoded: parts.count > 1 && (parts.last?.isEmpty ?? false), value: value)
    }

    private mutating func takeParameterValue(_ text: Span<UInt8>) -> [UInt8] {
      while index < text.count, text[index].isASCIIWhitespace { index += 1 }
      var value: [UInt8] = []
      guard index < text.count, text[index] == 0x22 else {
        while index < text.count, text[index] != 0x3B {
          if text[index] == 0x28 {
            skipComment(text)
          } else {
            value.append(text[index])
            index += 1
          }
        }
        let range = value.span.trimmed(0..<value.count)
        return Array(value[range])
      }
      index += 1
      while index < text.count, text[index] != 0x22 {
        // A backslash of a Windows path is none of the quoting kind.
        if text[index] == 0x5C, index + 1 < text.count,
          text[index + 1] == 0x22 || text[index + 1] == 0x5C
        {
          index += 1
        }
        value.append(text[index])
        index += 1
      }
      index = min(index + 1, text.count)
      return value
    }

    private mutating func skipComment(_ text: Span<UInt8>) {
      var depth = 0
      while index < text.count {
        if text[index] == 0x28 { depth += 1 } else if text[index] == 0x29 { depth -= 1 }
        index += 1
        if depth == 0 { return }
      }
    }
  }
}
