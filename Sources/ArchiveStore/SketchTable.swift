internal import Compression
internal import Discussion
internal import Foundation
internal import GRDB
internal import Threading

/// Samples of the words of each post, and the web addresses in them; what finds posts that belong together.
enum SketchTable {
  /// Reads the texts of posts that are new or got another text.
  ///
  /// - Complexity: Linear in those texts.
  static func update(in database: Database) throws {
    let codec = ZstandardCodec()
    let rows = try Int64.fetchAll(
      database,
      sql: """
        SELECT posts.id FROM posts JOIN texts ON texts.post = posts.id
          LEFT JOIN sketches ON sketches.post = posts.id
        WHERE sketches.post IS NULL OR sketches.copy IS NOT posts.bestCopy
          OR sketches.byteCount <> length(texts.frame)
        ORDER BY posts.id
        """)
    let insert = try database.makeStatement(
      sql: """
        INSERT OR REPLACE INTO sketches(post, copy, byteCount, samples, links)
        SELECT posts.id, posts.bestCopy, length(texts.frame), ?, ?
        FROM posts JOIN texts ON texts.post = posts.id WHERE posts.id = ?
        """)
    for row in rows {
      guard let post = try PostRow.post(row, in: database, with: codec), let text = post.text
      else { continue }
      let samples = TextSketch(text, blocks: post.blocks).samples
      var links = LinksInText.links(in: PostWords(of: text, blocks: post.blocks).own)
      // What links here says so by the page behind its author.
      if post.kind == .pingback, let url = post.author.url { links.insert(url, at: 0) }
      try insert.execute(
        arguments: [encode(samples), links.isEmpty ? nil : links.joined(separator: "\n"), row])
    }
  }

  static func decode(_ bytes: Data) -> [UInt64] {
    var samples: [UInt64] = []
    samples.reserveCapacity(bytes.count / 8)
    var (sample, shift) = (UInt64(0), UInt64(0))
    for byte in bytes {
      sample |= UInt64(byte) << shift
      shift += 8
      guard shift == 64 else { continue }
      samples.append(sample)
      (sample, shift) = (0, 0)
    }
    return samples
  }

  private static func encode(_ samples: [UInt64]) -> Data {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(samples.count * 8)
    for sample in samples {
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: sample >> shift))
      }
    }
    return Data(bytes)
  }
}

/// Web addresses as people write them into text.
enum LinksInText {
  /// More than these are not read from one text.
  private static let limit = 200

  /// The addresses with their scheme, in order, each once.
  static func links(in text: String) -> [String] {
    var found: [String] = []
    var seen: Set<String> = []
    for word in text.utf8.split(whereSeparator: { $0 <= 0x20 || "<>\"{}|^`".utf8.contains($0) }) {
      guard found.count < limit else { break }
      guard let start = start(of: word) else { continue }
      var address = word[start...]
      // What ends the sentence is none of the address, nor is a bracket that opens before it.
      while let last = address.last {
        let opens = address.count { $0 == UInt8(ascii: "(") }
        let closes = address.count { $0 == UInt8(ascii: ")") }
        guard ".,;:!?'*_".utf8.contains(last) || (last == UInt8(ascii: ")") && closes > opens)
        else { break }
        address = address.dropLast()
      }
      guard let link = String(address), link.utf8.count <= 2000, seen.insert(link).inserted else {
        continue
      }
      found.append(link)
    }
    return found
  }

  private static func start(of word: Substring.UTF8View) -> Substring.UTF8View.Index? {
    let bytes = Array(word.prefix(64)).map { $0 | 0x20 }
    for scheme in ["https://", "http://", "news:", "mid:", "nntp://"] {
      let wanted = Array(scheme.utf8).map { $0 | 0x20 }
      guard bytes.count > wanted.count else { continue }
      for offset in 0...(bytes.count - wanted.count)
      where Array(bytes[offset..<offset + wanted.count]) == wanted {
        return word.index(word.startIndex, offsetBy: offset)
      }
    }
    return nil
  }
}
