/// Fields of comma-separated values (RFC 4180).
public enum CSVField {
  /// The field, in quotes where it needs them; text that a spreadsheet would run as a formula starts with an apostrophe.
  public static func quoted(_ text: String) -> String {
    var text = text
    if let first = text.utf8.first, "=+-@\t\r".utf8.contains(first) { text = "'" + text }
    guard text.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
