internal import Compression
internal import Foundation
internal import HTMLArchive
internal import SourceBytes

/// What hands out the members of a bundle, one after the other.
protocol MemberSource: AnyObject {
  /// Goes to the next member; nil at the end.
  func nextMember() throws -> MemberReader.Member?
  /// The next bytes of the member; empty at its end.
  func read() throws -> [UInt8]
  /// What is known of the member as a page.
  var given: PageGiven? { get }
}

extension MemberReader: MemberSource {
  var given: PageGiven? { nil }
}

/// Reads the pages out of a web archive (WARC 1.0 and 1.1, ISO 28500), in order.
///
/// Only answers that could be pages are handed out: `response` and `resource` records of status 200 whose
/// type is text, XML or JSON. A member is called by the address it was fetched from, so that pages of one
/// site find each other.
final class WebArchiveReader: MemberSource {
  private static let headByteLimit = 1 << 16
  private let stream: MemberStream
  private let limits: ParseLimits
  private var payload: [UInt8] = []
  private(set) var given: PageGiven?

  /// Whether a file opens as a web archive.
  static func opens(_ head: [UInt8]) -> Bool { head.starts(with: "WARC/1.".utf8) }

  init(_ stream: MemberStream, limits: ParseLimits) {
    self.stream = stream
    self.limits = limits
  }

  func nextMember() throws -> MemberReader.Member? {
    while let record = try nextRecord() {
      let type = record["warc-type"] ?? ""
      let uri = (record["warc-target-uri"] ?? "").filter { $0 != "<" && $0 != ">" }
      let byteCount = Int(record["content-length"] ?? "") ?? 0
      guard type == "response" || type == "resource", uri.hasPrefix("http"),
        byteCount <= limits.messageByteCount
      else {
        try skip(byteCount)
        continue
      }
      let block = try take(byteCount)
      guard let body = type == "response" ? Self.body(ofResponse: block, limits: limits) : block
      else {
        continue
      }
      payload = body
      let date = (record["warc-date"]).flatMap(Self.date)
      var given = PageGiven()
      given.savedFrom = uri
      given.accessed = date
      self.given = given
      return MemberReader.Member(path: Self.path(of: uri), modified: date?.instant)
    }
    return nil
  }

  func read() throws -> [UInt8] {
    defer { payload = [] }
    return payload
  }

  /// Host and path, with a name for the page that stands for a folder.
  private static func path(of uri: String) -> String {
    var path = uri.drop { $0 != "/" }.dropFirst(2)
    path = path.prefix { $0 != "#" }
    return String(path) + (path.hasSuffix("/") ? "index.html" : "")
  }

  private static func date(_ text: String) -> StatedDate? {
    let parts = text.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
    guard parts.count >= 3 else { return nil }
    return StatedDate(
      year: parts[0], month: parts[1], day: parts[2], hour: parts.count > 3 ? parts[3] : 0,
      minute: parts.count > 4 ? parts[4] : 0, second: parts.count > 5 ? parts[5] : 0,
      offsetMinutes: 0)
  }

  // MARK: Records

  /// The fields of the next record, names in lower case; the stream stands at its block afterwards.
  private func nextRecord() throws -> [String: String]? {
    // Two empty lines end the record before.
    while true {
      let ahead = stream.fill(upTo: Self.headByteLimit)
      if ahead.isEmpty { return nil }
      let blanks = ahead.prefix { $0 == 0x0D || $0 == 0x0A }.count
      if blanks > 0 {
        stream.take(blanks)
        continue
      }
      guard ahead.starts(with: "WARC/".utf8), let end = Self.headEnd(ahead) else {
        throw CompressionError(description: "a record of the web archive is damaged")
      }
      stream.take(end)
      return Self.fields(ahead[..<end])
    }
  }

  private func take(_ byteCount: Int) throws -> [UInt8] {
    let ahead = stream.fill(upTo: byteCount)
    stream.take(min(byteCount, ahead.count))
    return Array(ahead.prefix(byteCount))
  }

  private func skip(_ byteCount: Int) throws {
    var left = byteCount
    while left > 0 {
      let ahead = stream.fill(upTo: min(left, 1 << 18))
      if ahead.isEmpty { return }
      let step = min(left, ahead.count)
      stream.take(step)
      left -= step
    }
  }

  /// One past the empty line that ends a head.
  private static func headEnd(_ bytes: [UInt8]) -> Int? {
    var position = 0
    while position + 1 < bytes.count {
      if bytes[position] == 0x0A {
        if bytes[position + 1] == 0x0A { return position + 2 }
        if bytes[position + 1] == 0x0D, position + 2 < bytes.count, bytes[position + 2] == 0x0A {
          return position + 3
        }
      }
      position += 1
    }
    return nil
  }

  private static func fields(_ head: ArraySlice<UInt8>) -> [String: String] {
    var fields: [String: String] = [:]
    for line in head.split(separator: 0x0A) {
      guard let colon = line.firstIndex(of: 0x3A) else { continue }
      let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      let value = String(decoding: line[(colon + 1)...], as: UTF8.self)
        .trimmingCharacters(in: .whitespacesAndNewlines)
      if fields[name] == nil { fields[name] = value }
    }
    return fields
  }

  /// The body of an HTTP answer that could be a page (RFC 9112), unpacked; nil for others.
  private static func body(ofResponse block: [UInt8], limits: ParseLimits) -> [UInt8]? {
    guard block.starts(with: "HTTP/".utf8), let end = headEnd(block) else { return nil }
    let status = block.prefix(16).split(separator: 0x20).dropFirst().first.map(Array.init) ?? []
    guard status.starts(with: "200".utf8) else { return nil }
    let fields = fields(block[..<end])
    let type = (fields["content-type"] ?? "text/html").lowercased()
    guard ["text/", "html", "xml", "json"].contains(where: { type.contains($0) }),
      !type.contains("css"), !type.contains("javascript")
    else { return nil }
    var body = Array(block[end...])
    if fields["transfer-encoding"]?.lowercased().contains("chunked") ?? false {
      body = unchunked(body)
    }
    if let coding = fields["content-encoding"]?.lowercased(), coding.contains("gzip") {
      body = inflated(body, limits: limits) ?? body
    }
    return body
  }

  /// Joins chunks (RFC 9112 §7.1); what is no chunk stays as it is, since some crawlers joined them already.
  private static func unchunked(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    while position < bytes.count {
      guard let lineEnd = bytes[position...].prefix(64).firstIndex(of: 0x0A) else {
        return position == 0 ? bytes : result
      }
      let digits = bytes[position..<lineEnd].prefix { byte in
        byte >= 0x30 && byte <= 0x39 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66
      }
      guard !digits.isEmpty, let count = Int(String(decoding: digits, as: UTF8.self), radix: 16),
        count <= bytes.count
      else { return position == 0 ? bytes : result }
      if count == 0 { return result }
      let start = lineEnd + 1
      let end = min(bytes.count, start + count)
      result += bytes[start..<end]
      position = end
      while position < bytes.count, bytes[position] == 0x0D || bytes[position] == 0x0A {
        position += 1
      }
    }
    return result
  }

  private static func inflated(_ bytes: [UInt8], limits: ParseLimits) -> [UInt8]? {
    var left: [UInt8]? = bytes
    guard
      let reader = try? MemberReader(supply: {
        defer { left = nil }
        return left ?? []
      }), (try? reader.nextMember()) != nil
    else { return nil }
    var result: [UInt8] = []
    while let chunk = try? reader.read(), !chunk.isEmpty, result.count < limits.messageByteCount {
      result += chunk
    }
    return result
  }
}
