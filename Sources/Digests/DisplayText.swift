/// Makes text of posts fit to be shown.
enum DisplayText {
  /// One line: white space folded, nothing that steers a terminal or turns the direction of text.
  static func line(_ text: String) -> String {
    if isPlainLine(text) { return text }
    var line = String.UnicodeScalarView()
    var isSpacePending = false
    for scalar in text.unicodeScalars {
      if isSpace(scalar) {
        isSpacePending = !line.isEmpty
      } else if isShown(scalar) {
        if isSpacePending { line.append(" ") }
        isSpacePending = false
        line.append(scalar)
      }
    }
    return String(line)
  }

  /// Whether a text is one line of ASCII already, as most are.
  private static func isPlainLine(_ text: String) -> Bool {
    var before: UInt8 = 0x20
    for byte in text.utf8 {
      guard (0x20...0x7E).contains(byte), byte != 0x20 || before != 0x20 else { return false }
      before = byte
    }
    return before != 0x20 || text.utf8.isEmpty
  }

  /// One line whose spaces stay; a tab becomes spaces up to the next column of eight.
  static func verbatimLine(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var line = String.UnicodeScalarView()
    var column = 0
    for scalar in scalars {
      if scalar == "\t" {
        let width = 8 - column % 8
        line.append(contentsOf: repeatElement(" ", count: width))
        column += width
      } else if isShown(scalar) {
        line.append(scalar == "\u{2028}" || scalar == "\u{2029}" ? " " : scalar)
        column += 1
      }
    }
    return String(line)
  }

  /// White space, separators of lines included.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80
      ? scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value)
      : scalar.properties.isWhitespace
  }

  /// False for controls, marks of direction, invisible signs and noncharacters.
  static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E: true
    case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E,
      0x2060...0x206F, 0xFDD0...0xFDEF, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
      false
    default: scalar.value & 0xFFFE != 0xFFFE
    }
  }

  /// Text in which only the part before `@` stays of each mail address.
  static func withoutAddresses(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "@")) else { return text }
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    // Addresses inside links are parts of the links.
    var isInLink = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") { isInLink = false }
      if byte == UInt8(ascii: "/"), output.last == byte { isInLink = true }
      output.append(byte)
      index += 1
      guard byte == UInt8(ascii: "@"), index >= 2, isAddressByte(bytes[index - 2]) else { continue }
      var end = index
      while end < bytes.count, isAddressByte(bytes[end]) { end += 1 }
      while end > index, !isAlphanumeric(bytes[end - 1]) { end -= 1 }
      guard bytes[index..<end].contains(UInt8(ascii: ".")), !isInLink else { continue }
      output += Array("…".utf8)
      index = end
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || byte == 0x2E || byte == 0x2D || byte == 0x5F || byte == 0x2B
      || byte == 0x25
  }
}
