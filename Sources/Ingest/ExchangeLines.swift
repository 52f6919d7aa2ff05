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

  /// The message as it was before its export: without `X-Thresh-…` lines and a made-up Message-ID.
  static func removed(from message: [UInt8]) -> [UInt8] {
    let prefix = Array(ExchangeFields.prefix.utf8)
    let domain = Array("@\(ExchangeFields.domain)>".utf8)
    var kept: [UInt8] = []
    kept.reserveCapacity(message.count)
    var start = 0
    while start < message.count {
      let end = (message[start...].firstIndex(of: 0x0a) ?? message.count - 1) + 1
      let line = message[start..<end]
      if line.first == 0x0a || line.first == 0x0d { break }
      let isMadeUpID =
        line.starts(with: "Message-ID: <".utf8)
        && line.dropLast(line.last == 0x0a ? 1 : 0).suffix(domain.count).elementsEqual(domain)
      if !line.starts(with: prefix), !isMadeUpID { kept.append(contentsOf: line) }
      start = end
    }
    kept.append(contentsOf: message[start...])
    return kept
  }
}
