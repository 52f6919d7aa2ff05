/// Fields of comma-separated values (RFC 4180).
public enum CSVField {
  /// The field, in quotes where it needs them; text that a spreadsheet would run as a formula starts with an apostrophe.
  ///
  /// Spreadsheets look at the first character; some also take the full-width forms of the signs.
  public static func quoted(_ text: String) -> String {
    var text = text
    if let first = text.unicodeScalars.first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first) {
      text = "'" + text
    }
    let needsQuotes = text.utf8.contains { byte in
      byte == 0x2c || byte == 0x22 || byte == 0x0d || byte == 0x0a
    }
    guard needsQuotes else { return text }
    var bytes: [UInt8] = [0x22]
    bytes.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
    return String(decoding: bytes, as: UTF8.self)
  }
}
