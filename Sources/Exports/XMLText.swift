/// Text for XML 1.0: markup is escaped, and what XML cannot hold is left out.
enum XMLText {
  /// Text between tags and in attributes with double quotes.
  static func escaped(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      (0x20...0x7e).contains(byte) && byte != 0x26 && byte != 0x3c && byte != 0x3e && byte != 0x22
    }
    if isPlain { return text }
    var output = ""
    output.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      // An attribute would fold them to blanks.
      case "\n": output += "&#10;"
      case "\t": output += "&#9;"
      case "\r": output += "&#13;"
      default: if isAllowed(scalar) { output.unicodeScalars.append(scalar) }
      }
    }
    return output
  }

  /// XML 1.0 §2.2, without what only steers the direction of text.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7e, 0x85, 0xa0...0x2029, 0x202f...0x2065, 0x2070...0xd7ff, 0xe000...0xfffd: true
    case 0x10000...0x10ffff: scalar.value & 0xfffe != 0xfffe
    default: false
    }
  }
}
