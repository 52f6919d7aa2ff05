internal import SourceBytes

/// A message of a BABYL mailbox, which holds its header twice: as it came, and as Rmail showed it.
public enum BabylMessage {
  /// The message as it came: the header above the line `*** EOOH ***`, or below it where none stands above, and the body.
  ///
  /// - Returns: The same bytes where no such line ends a header.
  /// - Complexity: One pass over the headers.
  public static func original(of message: [UInt8]) -> [UInt8] {
    let bytes = message.span
    var start = 0
    var isInHeader = true
    while start < message.count {
      let next = bytes.nextLine(from: start, to: message.count)
      if bytes.hasBytes("*** EOOH ***", at: start) {
        let header = bytes.trimmed(0..<start)
        guard !header.isEmpty else { return Array(message[next...]) }
        let body = bodyStart(bytes, from: next)
        return Array(message[header]) + [0x0A, 0x0A] + message[body...]
      }
      let isBlank = bytes.trimmed(start..<next).isEmpty
      guard isInHeader || isBlank else { return message }
      if isBlank { isInHeader = false }
      start = next
    }
    return message
  }

  private static func bodyStart(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var position = start
    while position < bytes.count {
      let next = bytes.nextLine(from: position, to: bytes.count)
      if bytes.trimmed(position..<next).isEmpty { return next }
      position = next
    }
    return bytes.count
  }
}
