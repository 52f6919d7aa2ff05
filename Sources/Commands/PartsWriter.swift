internal import Discussion
internal import Exports
internal import MailFormat
internal import SourceBytes

/// The MIME parts of a message as lines or as JSON.
struct PartsWriter {
  let post: PostID
  let structure: MailStructure
  /// The size of the message.
  let byteCount: Int

  /// One line a part: number, type, size, what became of it; indented as the parts are nested.
  func text(for terminal: Terminal) -> String {
    let rows = structure.parts.map { (part: $0, type: PartsWriter.title(of: $0)) }
    let numbers = min(20, rows.map { $0.part.depth + $0.part.number.utf8.count }.max() ?? 0)
    let sizes = rows.map { PartsWriter.size(of: $0.part) }
    let sizeWidth = sizes.map(\.utf8.count).max() ?? 0
    let used = numbers + sizeWidth + 6
    let types = min(
      max(24, terminal.width - used - 28), rows.map { Columns.width($0.type) }.max() ?? 0)
    var text = "\(Counts.of(byteCount, "byte")), \(Counts.of(rows.count, "part"))\n"
    for (row, size) in zip(rows, sizes) {
      let indent = String(repeating: " ", count: min(row.part.depth, 10))
      let line = [
        Columns.fit(indent + row.part.number, numbers), Columns.fit(row.type, types),
        Columns.fit(size, sizeWidth, alignRight: true),
        terminal.styled(PartsWriter.words(for: row.part), row.part.use.isShown ? .bold : .dim),
      ].joined(separator: "  ")
      text += line + "\n"
      for detail in PartsWriter.details(of: row.part) {
        text += String(repeating: " ", count: numbers + 2) + terminal.styled(detail, .dim) + "\n"
      }
    }
    if structure.isCut {
      text += "More or deeper parts than are read; the rest was left together.\n"
    }
    return text
  }

  /// The parts as one document.
  var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("format", 1)
      json.member("id", post.text)
      json.member("bytes", byteCount)
      json.member("complete", !structure.isCut)
      json.array("parts") { json in
        for part in structure.parts { PartsWriter.write(part, to: &json) }
      }
    }
    json.newline()
    return json.bytes
  }

  private static func write(_ part: MailPart, to json: inout JSONWriter) {
    json.object { json in
      json.member("number", part.number)
      json.member("depth", part.depth)
      json.member("type", part.type)
      json.member("charset", part.charset)
      json.member("encoding", part.encoding)
      json.member("disposition", part.disposition)
      json.member("name", part.name)
      json.member("statedName", part.statedName)
      json.member("bytes", part.byteCount)
      json.member("encodedBytes", part.encodedByteCount)
      json.member("sha256", part.digest.hexadecimal)
      json.member("start", part.extent?.lowerBound)
      json.member("contentStart", part.contentOffset)
      json.member("end", part.extent?.upperBound)
      json.member("use", part.use.rawValue)
      json.member("text", part.text)
      json.array("files") { json in
        for file in part.files {
          json.object { json in
            json.member("name", file.name)
            json.member("type", file.type)
            json.member("bytes", file.byteCount)
          }
        }
      }
      json.key("message")
      guard let envelope = part.envelope else { return json.value(nil as String?) }
      json.object { json in
        json.member("subject", envelope.subject)
        json.object("from") { json in
          json.member("name", envelope.from?.name)
          json.member("address", envelope.from?.address)
        }
        json.member("date", envelope.date?.stated.iso8601)
        json.member("messageID", envelope.messageID)
      }
    }
  }

  private static func title(of part: MailPart) -> String {
    var title = part.type
    if let charset = part.charset { title += "; " + charset }
    if let name = part.name { title += "  “\(name)”" }
    return SafeText.line(title)
  }

  private static func size(of part: MailPart) -> String {
    let encoded = Counts.grouped(part.encodedByteCount)
    guard part.byteCount != part.encodedByteCount else { return encoded }
    return "\(encoded) → \(Counts.grouped(part.byteCount))"
  }

  private static func details(of part: MailPart) -> [String] {
    var details: [String] = []
    if let envelope = part.envelope, part.number != "1", part.number != "TEXT" {
      let author = envelope.from.map { $0.name ?? $0.address ?? "" } ?? ""
      details.append(SafeText.line("\(author): \(envelope.subject ?? "")"))
    }
    for file in part.files {
      details.append(
        SafeText.line(
          "file in the text: \(file.name ?? file.type), \(Counts.of(file.byteCount, "byte"))"))
    }
    return details
  }

  /// What became of a part, in words.
  private static func words(for part: MailPart) -> String {
    let words =
      switch part.use {
      case .container: "holds parts"
      case .text: "shown as text"
      case .textAndFile: "shown as text, listed as attachment"
      case .alternative: "another form of the text, not shown"
      case .attachment: "attachment"
      case .encrypted: "encrypted"
      case .digest: "digest, opened"
      case .post: "a post of its own"
      case .attached: "in an attached message"
      }
    guard let disposition = part.disposition, disposition == "inline", part.use == .attachment
    else {
      return words
    }
    return words + " (inline)"
  }
}
