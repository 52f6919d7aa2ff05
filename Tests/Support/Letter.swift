/// A message that a test makes up.
package struct Letter: Sendable, Hashable {
  package var id: String?
  package var from = "Ada Example <ada@example.org>"
  package var date = "Mon, 16 Jan 2012 08:00:00 +0100"
  package var subject = "A plan"
  package var references: [String] = []
  package var listID: String?
  /// Further header lines, without line ends.
  package var headers: [String] = []
  package var body = "Some words.\n"

  /// A message with a Message-ID, and one day after another.
  package init(_ id: String?, day: Int = 16, references: [String] = [], body: String) {
    self.id = id
    date = "Mon, \(day) Jan 2012 08:00:00 +0100"
    self.references = references
    self.body = body
  }

  /// Header and body.
  package var message: String {
    var lines = ["From: \(from)", "Date: \(date)", "Subject: \(subject)"]
    if let id { lines.append("Message-ID: <\(id)>") }
    if !references.isEmpty {
      lines.append("References: " + references.map { "<\($0)>" }.joined(separator: "\n "))
    }
    if let listID { lines.append("List-Id: \(listID)") }
    lines += headers
    lines.append("Content-Type: text/plain; charset=utf-8")
    return lines.joined(separator: "\n") + "\n\n" + body
  }

  /// The message between its separator and an empty line, as an mbox holds it.
  package var entry: String {
    "From ada@example.org Mon Jan 16 08:00:00 2012\n" + message
      + (body.hasSuffix("\n") ? "\n" : "\n\n")
  }
}

extension Sequence<Letter> {
  /// The messages as one mbox.
  package var mbox: String { map(\.entry).joined() }
}
