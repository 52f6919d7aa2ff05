/// Escapes of a `%` and two digits, as web addresses have them (RFC 3986 §2.1).
public enum PercentEncoding {
  /// Undoes the escapes; a `%` without two digits stays, and bytes that are no UTF-8 become replacement characters.
  ///
  /// - Parameter plusIsBlank: Whether `+` stands for a blank, as in the fields of a form.
  /// - Complexity: O(n).
  public static func decoded(_ text: some StringProtocol, plusIsBlank: Bool = false) -> String {
    let bytes = Array(text.utf8)
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "%"), index + 2 < bytes.count, let high = digit(bytes[index + 1]),
        let low = digit(bytes[index + 2])
      {
        plain.append(high << 4 | low)
        index += 3
      } else {
        plain.append(plusIsBlank && byte == UInt8(ascii: "+") ? 0x20 : byte)
        index += 1
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
