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
    let permalinks = try Row.fetchAll(
      database,
      sql: """
        SELECT id, permalink, name FROM posts INDEXED BY postsWithPermalink
        WHERE permalink IS NOT NULL
        """)
    // The first by name stays.
    for row in permalinks.sorted(by: { ($0[2] as String) > ($1[2] as String) }) {
      ofAddress[LinkTargets.normalized(row[1])] = row[0]
    }
    let places = try Row.fetchCursor(
      database,
      sql: """
        SELECT DISTINCT post, place FROM copies INDEXED BY copiesByPlace WHERE place IS NOT NULL
        """)
    while let row = try places.next() {
      let place: String = row[1]
      // A page of one message; on others a key behind # tells the posts apart.
      guard !place.contains("#") || place.hasSuffix("#"), let tail = LinkTargets.tail(place) else {
        continue
      }
      let post: Int64 = row[0]
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

  private static func normalized(_ link: String) -> String {
    var rest = Substring(link)
    if let scheme = rest.range(of: "://") { rest = rest[scheme.upperBound...] }
    let host = rest.prefix { !"/?#".contains($0) }
    var name = host.lowercased()
    if name.hasPrefix("www.") { name.removeFirst(4) }
    var path = String(rest[host.endIndex...])
    while path.hasSuffix("/") { path.removeLast() }
    return name + path.replacing("/#", with: "#")
  }

  /// The last three parts of a path, the last of which has a digit: `commons-l/2012-January/001234.html`.
  private static func tail(_ path: String) -> String? {
    let bare = path.prefix { $0 != "!" && $0 != "#" && $0 != "?" }
    let parts = bare.split(separator: "/").suffix(3)
    guard parts.count == 3, let last = parts.last, last.contains("."),
      last.contains(where: \.isNumber)
    else { return nil }
    return parts.joined(separator: "/").lowercased()
  }
}
