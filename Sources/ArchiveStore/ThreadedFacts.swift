internal import Foundation
internal import GRDB

/// What stood for each post when its thread was written last, so that a change of it is seen: 8 bytes for each row of
/// `posts`, in pieces, of which only those that changed are written.
struct ThreadedFacts {
  /// How many posts a piece holds.
  private static let pieceCount = 4096

  private let database: Database
  private var pieces: [Int64: [UInt64]] = [:]
  private var changed: Set<Int64> = []

  init(_ database: Database) throws {
    self.database = database
    let query = try RowStatement("SELECT piece, digests FROM threadedFacts", in: database)
    try query.forEach { row in
      guard let piece = row.integer(0) else { return }
      var digests = [UInt64](repeating: 0, count: ThreadedFacts.pieceCount)
      row.withBytes(1) { bytes in
        for index in 0..<min(digests.count, bytes.count / 8) {
          digests[index] = CompactBytes.bits(in: bytes, at: index * 8)
        }
      }
      pieces[piece] = digests
    }
  }

  /// Notes what stands for a post now.
  ///
  /// - Returns: Whether it is another than before.
  mutating func set(_ digest: UInt64, ofRow row: Int64) -> Bool {
    let (piece, place) = row.quotientAndRemainder(dividingBy: Int64(ThreadedFacts.pieceCount))
    // 0 stands for a post that was not there.
    let digest = max(1, digest)
    let empty = [UInt64](repeating: 0, count: ThreadedFacts.pieceCount)
    guard pieces[piece, default: empty][Int(place)] != digest else { return false }
    pieces[piece, default: empty][Int(place)] = digest
    changed.insert(piece)
    return true
  }

  /// Writes the pieces that changed.
  func write() throws {
    for piece in changed.sorted() {
      var bytes: [UInt8] = []
      for digest in pieces[piece] ?? [] { CompactBytes.append(bits: digest, to: &bytes) }
      var insert = try RowStatement(
        "INSERT OR REPLACE INTO threadedFacts(piece, digests) VALUES(?, ?)", in: database)
      insert.bind(piece)
      insert.bind(bytes)
      try insert.run()
    }
  }
}
