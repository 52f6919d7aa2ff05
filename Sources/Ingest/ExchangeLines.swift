internal import Discussion

/// Takes the header lines that our own export added out of a message again.
enum ExchangeLines {
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
