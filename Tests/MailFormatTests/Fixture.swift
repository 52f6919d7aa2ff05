import Foundation
import MailFormat
import SourceBytes
import Testing

/// The bytes of a file of the Fixtures folder.
func fixture(_ name: String) throws -> [UInt8] {
  let url = try #require(Bundle.module.url(forResource: "Fixtures/" + name, withExtension: nil))
  return [UInt8](try Data(contentsOf: url))
}

/// Compares with a golden file, or rewrites it where `UPDATE_GOLDENS` is set.
func expectGolden(_ text: String, _ name: String, sourceFile: String = #filePath) throws {
  let url = URL(filePath: sourceFile).deletingLastPathComponent().appending(
    path: "Fixtures/" + name)
  if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] != nil {
    try Data(text.utf8).write(to: url)
    return
  }
  let expected = String(decoding: try Data(contentsOf: url), as: UTF8.self)
  if expected != text { try Data(text.utf8).write(to: url.appendingPathExtension("actual")) }
  #expect(text == expected)
}

/// Reads one message given as text.
func parse(_ text: String, envelope: String? = nil, limits: ParseLimits = ParseLimits()) -> (
  message: MailMessage, codes: [String]
) {
  parse(Array(text.utf8), envelope: envelope, limits: limits)
}

/// Reads one message given as bytes.
func parse(_ bytes: [UInt8], envelope: String? = nil, limits: ParseLimits = ParseLimits()) -> (
  message: MailMessage, codes: [String]
) {
  var findings: [Finding] = []
  let message = MailMessage(
    parsing: bytes.span, envelope: envelope.map { Array($0.utf8) },
    from: SourceLocation(file: FileID("test"), bytes: 0..<bytes.count), limits: limits,
    findings: &findings)
  return (message, findings.map(\.code))
}

/// A message as lines that a person can review.
func summary(_ message: MailMessage) -> String {
  func shown(_ mailbox: MailAddress) -> String {
    "\(mailbox.name ?? "-") <\(mailbox.address ?? "-")>\(mailbox.wasMasked ? " masked" : "")"
  }
  var lines: [String] = []
  if let id = message.messageID { lines.append("id \(id)") }
  if !message.inReplyTo.isEmpty {
    lines.append("reply to \(message.inReplyTo.joined(separator: " "))")
  }
  if !message.references.isEmpty {
    lines.append("refers to \(message.references.joined(separator: " "))")
  }
  for mailbox in message.from { lines.append("from " + shown(mailbox)) }
  for mailbox in message.to { lines.append("to " + shown(mailbox)) }
  if let date = message.date { lines.append("date \(date.stated.iso8601) \(date.rung.rawValue)") }
  if let subject = message.subject { lines.append("subject \(subject)") }
  if let list = message.listID { lines.append("list \(list)") }
  for part in message.textParts {
    let kind = part.isHTML ? "html" : part.isFlowed ? "flowed" : "plain"
    lines.append("\(kind) \(part.content.debugDescription)")
  }
  for file in message.attachments {
    lines.append("attachment \(file.name ?? "-") \(file.type) \(file.byteCount)")
  }
  if message.replacementCount > 0 { lines.append("lost \(message.replacementCount)") }
  return lines.map { "  " + $0 + "\n" }.joined()
}
