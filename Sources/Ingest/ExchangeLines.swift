internal import Discussion

/// Takes the header lines that our own export added out of a message again.
enum ExchangeLines {
  /// The text of a message that our export made up: all that follows the empty line, as UTF-8.
  static func body(of message: [UInt8]) -> String {
    var start = 0
    while start < message.count, message[start] != 0x0a {
      start = (message[start...].firstIndex(of: 0x0a) ?? message.count - 1) + 1
    }
    return String(decoding: message[min(start + 1, message.count)...], as: UTF8.self)
  }

  /// The values of the fields that our export wrote, by name, in order.
  ///
  /// Only fields on top are ours: whoever carries mail puts other lines above what a sender wrote.
  static func fields(of message: [UInt8]) -> [String: [String]] {
    var fields: [String: [String]] = [:]
    for range in leadingLines(of: message) {
      let line = message[range]
      let name = line.prefix { $0 != UInt8(ascii: ":") }
      let value = line.dropFirst(name.count + 1).drop { $0 == 0x20 }
        .prefix { $0 != 0x0a && $0 != 0x0d }
      fields[String(decoding: name, as: UTF8.self), default: []]
        .append(String(decoding: value, as: UTF8.self))
    }
    return fields
  }

  /// The message as it was before its export: without our lines on top and the made-up Message-ID below them.
  static func removed(from message: [UInt8]) -> [UInt8] {
    guard let last = leadingLines(of: message).last else { return message }
    let domain = Array("@\(ExchangeFields.domain)>".utf8)
    let next = last.upperBound..<lineEnd(of: message, from: last.upperBound)
    let line = message[next]
    let isMadeUpID =
      line.starts(with: "Message-ID: <".utf8)
      && line.dropLast(line.last == 0x0a ? 1 : 0).suffix(domain.count).elementsEqual(domain)
    return Array(message[(isMadeUpID ? next.upperBound : last.upperBound)...])
  }

  private static func leadingLines(of message: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    while start < message.count, message[start...].starts(with: ExchangeFields.prefix.utf8) {
      let end = lineEnd(of: message, from: start)
      lines.append(start..<end)
      start = end
    }
    return lines
  }

  private static func lineEnd(of message: [UInt8], from start: Int) -> Int {
    message[start...].firstIndex(of: 0x0a).map { $0 + 1 } ?? message.count
  }
}
