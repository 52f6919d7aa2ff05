internal import Discussion
internal import Foundation
internal import GRDB

/// Which posts web addresses name: their own address, their Message-ID, or the page of an archive that was read.
struct LinkTargets {
  private let database: Database
  /// The posts by address without scheme, `www.` and closing stroke; nil where several have it.
  private var ofAddress: [String: Int64] = [:]
  /// The posts by the last three parts of the path of their page; nil where several have it.
  private var ofPage: [String: Int64?] = [:]

  init(_ database: Database) throws {
    self.database = database
    var permalinks: [(name: String, address: String, post: Int64)] = []
    try RowStatement(
      """
      SELECT id, permalink, name FROM posts INDEXED BY postsWithPermalink
      WHERE permalink IS NOT NULL
      """, in: database
    ).forEach { row in
      permalinks.append((row.text(2) ?? "", row.text(1) ?? "", row.integer(0) ?? 0))
    }
    // The first by name stays.
    for known in permalinks.sorted(by: { $0.name > $1.name }) {
      ofAddress[LinkTargets.normalized(known.address)] = known.post
    }
    try RowStatement(
      "SELECT DISTINCT post, place FROM copies INDEXED BY copiesByPlace WHERE place IS NOT NULL",
      in: database
    ).forEach { row in
      // A page of one message; on others a key behind # tells the posts apart.
      guard let post = row.integer(0), let place = row.text(1),
        !place.utf8.contains(UInt8(ascii: "#")) || place.utf8.last == UInt8(ascii: "#"),
        let tail = LinkTargets.tail(place)
      else { return }
      if let known = ofPage[tail], known != post {
        ofPage[tail] = .some(nil)
      } else {
        ofPage[tail] = post
      }
    }
  }

  /// The post that an address names, and how sure that is.
  func target(of link: String) throws -> (post: Int64, confidence: Double)? {
    let address = LinkTargets.normalized(link)
    if let post = ofAddress[address] { return (post, 0.98) }
    if let post = try postOfMessageID(in: link) { return (post, 0.98) }
    let bare = String(address.prefix { $0 != "#" })
    if bare != address, let post = ofAddress[bare] { return (post, 0.9) }
    if let tail = LinkTargets.tail(bare), let post = ofPage[tail] ?? nil { return (post, 0.8) }
    return nil
  }

  /// Archives name messages by their Message-ID: in the path, in a field of the query, or behind `news:` and `mid:`
  /// (RFC 5538, RFC 2392).
  private func postOfMessageID(in link: String) throws -> Int64? {
    // Most addresses have neither, and are done with here.
    guard link.utf8.contains(where: { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "%") }) else {
      return nil
    }
    let decoded = link.removingPercentEncoding ?? link
    guard decoded.contains("@") else { return nil }
    for part in decoded.split(whereSeparator: { "/?&=#;:<>".contains($0) }) where part.contains("@")
    {
      let id = PostID(PostIdentity(MessageID(String(part))))
      let row = try Int64.fetchOne(
        try database.cachedStatement(
          sql: "SELECT id FROM posts WHERE name = ? AND kind <> 'missing'"), arguments: [id.text])
      if let row { return row }
    }
    return nil
  }

  // Byte by byte: for each link of an archive, characters and Foundation's searches took longer than all else here.

  private static func normalized(_ link: String) -> String {
    var rest = link.utf8[...]
    if let scheme = range(of: "://", in: rest) { rest = rest[scheme.upperBound...] }
    let host = rest.prefix { !isOne(of: "/?#", $0) }
    var name = String(Substring(host)).lowercased()
    if name.utf8.starts(with: "www.".utf8) { name = String(Substring(name.utf8.dropFirst(4))) }
    var path = rest[host.endIndex...]
    while path.last == UInt8(ascii: "/") { path.removeLast() }
    // A stroke before `#` says nothing.
    while let mark = range(of: "/#", in: path) {
      name += String(Substring(path[..<mark.lowerBound]))
      name += "#"
      path = path[mark.upperBound...]
    }
    return name + String(Substring(path))
  }

  /// The last three parts of a path, the last of which has a digit: `commons-l/2012-January/001234.html`.
  private static func tail(_ path: String) -> String? {
    let parts = path.utf8.prefix { !isOne(of: "!#?", $0) }.split(separator: UInt8(ascii: "/"))
    guard parts.count >= 3, let last = parts.last, last.contains(UInt8(ascii: ".")),
      last.contains(where: { (0x30...0x39).contains($0) })
    else { return nil }
    return parts.suffix(3).map { String(Substring($0)) }.joined(separator: "/").lowercased()
  }

  private static func range(
    of text: StaticString, in bytes: Substring.UTF8View
  ) -> Range<String.Index>? {
    text.withUTF8Buffer { text in
      var place = bytes.startIndex
      while let start = bytes[place...].firstIndex(of: unsafe text[0]) {
        let rest = bytes[start...]
        if unsafe rest.starts(with: text) {
          return start..<rest.index(start, offsetBy: text.count)
        }
        place = rest.index(after: start)
      }
      return nil
    }
  }

  private static func isOne(of bytes: StaticString, _ byte: UInt8) -> Bool {
    bytes.withUTF8Buffer { unsafe $0.contains(byte) }
  }
}
