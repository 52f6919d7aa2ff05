internal import Discussion
internal import Foundation
internal import SourceBytes

/// Messages as objects of JSON: what Perceval writes for mailing lists, and what Pony Mail's API and dumps hold.
///
/// A record is written as a message of mail again, which is kept as the original and read as any other. Both programs
/// decode what they take in, so charsets and parts are those that they saw.
struct MailRecords {
  let context: MemberContext
  let limits: ParseLimits

  /// Whether a file opens with such objects.
  static func opensAsRecords(_ head: Span<UInt8>) -> Bool {
    let bytes = Array(copying: head.extracting(0..<min(head.count, 16_384)))
    guard let first = bytes.first(where: { $0 > 0x20 }), first == 0x7B || first == 0x5B else {
      return false
    }
    let text = String(decoding: bytes, as: UTF8.self)
    if text.holds("\"backend_name\"") {
      return ["MBox", "Pipermail", "HyperKitty", "Groupsio", "NNTP"]
        .contains { text.contains("\"\($0)\"") }
    }
    return text.holds("\"message-id\"")
      && (text.holds("\"list_raw\"") || text.holds("\"mid\""))
  }

  /// Reads a file; objects that are no messages stay as an extent with a finding.
  func batch(from bytes: [UInt8]) -> ImportBatch {
    var batch = ImportBatch()
    var covered = 0
    var number = 0
    for range in RecordRanges(bytes) {
      let object = try? JSONSerialization.jsonObject(with: Data(bytes[range]))
      let records = object.map(MailRecords.messages) ?? []
      for record in records {
        guard let (format, message) = MailRecords.message(record) else { continue }
        number += 1
        let raw = RawMessage(
          extent: range, envelope: message.envelope, bytes: message.bytes,
          locator: "record:\(number)")
        let adapter = MailAdapter(context: context, format: format, limits: limits)
        batch.contributions.append(
          adapter.contribution(from: raw, dialect: nil, findings: &batch.findings))
      }
      if records.isEmpty {
        batch.findings.append(
          Finding(
            object == nil ? .error : .note, "record-unreadable",
            at: SourceLocation(file: context.file, bytes: range),
            object == nil ? "an object of JSON that is damaged" : "an object that is no message"))
        batch.extents.append(Extent(range, .finding))
      }
      if range.lowerBound > covered {
        batch.extents.append(Extent(covered..<range.lowerBound, .separator))
      }
      covered = range.upperBound
    }
    if covered < bytes.count {
      let rest = covered..<bytes.count
      let isBlank = bytes[rest].allSatisfy { $0 <= 0x20 || $0 == 0x5D || $0 == 0x2C }
      batch.extents.append(Extent(rest, isBlank ? .separator : .finding))
      if !isBlank {
        batch.findings.append(
          Finding(
            .error, "record-unreadable", at: SourceLocation(file: context.file, bytes: rest),
            "the last object of JSON is not closed", hint: "the file may be cut off"))
      }
    }
    return batch
  }

  /// The objects that are messages, below the lists that answers of programs wrap them in.
  private static func messages(in object: Any) -> [[String: Any]] {
    guard let members = object as? [String: Any] else { return [] }
    if members["data"] is [String: Any] || members["message-id"] is String { return [members] }
    for wrapper in ["_source", "hits", "emails"] {
      if let inner = members[wrapper] as? [String: Any] { return messages(in: inner) }
      if let list = members[wrapper] as? [Any] { return list.flatMap { messages(in: $0) } }
    }
    return []
  }

  private typealias Synthesized = (bytes: [UInt8], envelope: [UInt8]?)

  private static func message(_ record: [String: Any]) -> (format: String, Synthesized)? {
    if let data = record["data"] as? [String: Any] {
      return (MailFormatNames.perceval, perceval(data))
    }
    return (MailFormatNames.ponyMail, ponyMail(record))
  }

  private static func perceval(_ data: [String: Any]) -> Synthesized {
    var lines: [String] = []
    let own: Set<String> = [
      "body", "unixfrom", "content-type", "content-transfer-encoding", "mime-version",
    ]
    for name in data.keys.sorted() where !own.contains(name.lowercased()) {
      for value in (data[name] as? [String]) ?? (data[name] as? String).map({ [$0] }) ?? []
      where isFieldName(name) {
        lines.append("\(name): \(unfolded(value))")
      }
    }
    let body = data["body"] as? [String: Any] ?? [:]
    let plain = body["plain"] as? String ?? ""
    let html = body["html"] as? String ?? ""
    let isHTML = plain.isEmpty && !html.isEmpty
    let envelope = (data["unixfrom"] as? String).map { Array("From \(unfolded($0))".utf8) }
    return (encoded(lines, body: isHTML ? html : plain, isHTML: isHTML), envelope)
  }

  private static func ponyMail(_ record: [String: Any]) -> Synthesized {
    if let source = record["source"] as? String, source.contains("\n\n") {
      return (Array(source.utf8), nil)
    }
    var lines: [String] = []
    for (key, name) in [
      ("from", "From"), ("to", "To"), ("cc", "Cc"), ("subject", "Subject"),
      ("message-id", "Message-ID"), ("in-reply-to", "In-Reply-To"), ("references", "References"),
    ] {
      if let value = record[key] as? String, !value.isEmpty {
        lines.append("\(name): \(unfolded(value))")
      }
    }
    if let epoch = record["epoch"] as? NSNumber,
      abs(epoch.doubleValue) < 1e11
    {
      let date = StatedDate(instant: epoch.int64Value, offsetMinutes: 0)
      lines.append("Date: \(date.iso8601)")
    } else if let date = record["date"] as? String {
      lines.append("Date: \(unfolded(date.replacing("/", with: "-"))) +0000")
    }
    if let list = (record["list_raw"] ?? record["list"]) as? String, !list.isEmpty {
      lines.append("List-Id: \(list.hasPrefix("<") ? unfolded(list) : "<\(unfolded(list))>")")
    }
    let isHTML = record["body"] == nil && record["html_source"] != nil
    let body = (record["body"] ?? record["html_source"]) as? String ?? ""
    return (encoded(lines, body: body, isHTML: isHTML), nil)
  }

  private static func encoded(_ lines: [String], body: String, isHTML: Bool) -> [UInt8] {
    let type = "Content-Type: text/\(isHTML ? "html" : "plain"); charset=utf-8"
    let header = lines + ["MIME-Version: 1.0", type, "Content-Transfer-Encoding: 8bit"]
    return Array((header.joined(separator: "\n") + "\n\n" + body).utf8)
  }

  private static func isFieldName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x3A }
  }

  private static func unfolded(_ value: String) -> String {
    value.split(whereSeparator: \.isNewline).map { $0.trimming(while: \.isWhitespace) }
      .joined(separator: " ")
  }
}

/// The objects of a file of JSON, one behind the other, in a list or on lines of their own.
private struct RecordRanges: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next object; nil where none is closed any more.
  mutating func next() -> Range<Int>? {
    while position < bytes.count, bytes[position] != 0x7B { position += 1 }
    let start = position
    var depth = 0
    var index = start
    var isInString = false
    while index < bytes.count {
      switch bytes[index] {
      case 0x5C where isInString: index += 1
      case 0x22: isInString.toggle()
      case 0x7B where !isInString: depth += 1
      case 0x7D where !isInString:
        depth -= 1
        if depth == 0 {
          position = index + 1
          return start..<position
        }
      default: break
      }
      index += 1
    }
    position = bytes.count
    return nil
  }
}
