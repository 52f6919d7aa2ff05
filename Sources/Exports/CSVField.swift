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
    guard text.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
