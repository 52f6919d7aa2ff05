private import HTMLTree

/// The list of addresses that text browsers print below a page, and its numbers in the text.
///
/// `lynx -dump` writes `[12]` before each link, and at the end `  12. http://…` under "References";
/// links and elinks do the same.
struct CaptureReferences {
  /// Addresses by their number.
  private(set) var addresses: [Int: String] = [:]
  /// The first line of the list, its heading included; the number of lines where there is none.
  private(set) var start: Int

  init(_ lines: [CaptureLines.Line]) {
    start = lines.count
    // The heading is in the language of the browser; it stands flush left, alone, above number 1.
    let heading = lines.indices.last { index in
      guard lines[index].indent == 0, !lines[index].isEmpty, lines[index].text.utf8.count <= 40,
        lines[index].text.split(separator: " ").count <= 2
      else { return false }
      let below = lines[(index + 1)...].prefix(5).first { line in
        !line.isEmpty && !Self.labels.contains(line.text.lowercased())
      }
      return below.flatMap { Self.reference($0.text) }?.0 == 1
    }
    guard let heading else { return }
    var listed: [Int: String] = [:]
    for line in lines[(heading + 1)...] {
      if let (number, address) = Self.reference(line.text), listed[number] == nil {
        listed[number] = address
      }
    }
    // An article may end in some addresses; a browser's list has as many as its last number.
    guard listed.count >= 2, listed.count * 10 >= (listed.keys.max() ?? 0) * 8 else { return }
    addresses = listed
    start = heading
  }

  private static let labels: Set<String> = ["visible links", "visible links:", "hidden links:"]

  /// `12. http://example.org/`.
  private static func reference(_ text: String) -> (Int, String)? {
    let digits = text.utf8.prefix { $0 >= 0x30 && $0 <= 0x39 }
    guard (1...5).contains(digits.count), let number = Int(String(decoding: digits, as: UTF8.self))
    else { return nil }
    let tail = text.utf8.dropFirst(digits.count)
    guard tail.starts(with: ". ".utf8) else { return nil }
    let address = String(decoding: tail.dropFirst(2), as: UTF8.self)
    // A scheme (RFC 3986 §3.1) and what follows it without a blank.
    let scheme = address.utf8.prefix { byte in
      byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == 0x2D
    }
    let rest = address.utf8.dropFirst(scheme.count)
    guard (2...20).contains(scheme.count), rest.first == 0x3A, let next = rest.dropFirst().first,
      next > 0x20
    else { return nil }
    return (number, address)
  }

  /// A line without the numbers of links, and the addresses that they stood for, in order.
  func resolved(_ text: String) -> (text: String, links: [String]) {
    guard !addresses.isEmpty, text.utf8.contains(0x5B) else { return (text, []) }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var links: [String] = []
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] == 0x5B {
        let digits = bytes[(offset + 1)...].prefix(6).prefix { $0 >= 0x30 && $0 <= 0x39 }
        let end = digits.endIndex
        if !digits.isEmpty, end < bytes.count, bytes[end] == 0x5D,
          let number = Int(String(decoding: digits, as: UTF8.self)),
          let address = addresses[number]
        {
          links.append(address)
          offset = end + 1
          continue
        }
      }
      result.append(bytes[offset])
      offset += 1
    }
    return (String(decoding: result, as: UTF8.self).foldingSpaceAtEnds, links)
  }
}

extension String {
  /// Without the blanks at either end.
  fileprivate var foldingSpaceAtEnds: String {
    var bytes = utf8.drop { $0 == 0x20 }
    while bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
