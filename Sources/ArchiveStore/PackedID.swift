internal import Discussion

/// The id of a post as plain bytes, so that what holds very many of them is copied without counting references.
struct PackedID: Hashable, Comparable {
  /// The first eight characters, the first of them highest, and the four behind them; 0 where there are no more.
  private var first: UInt64 = 0
  private var rest: UInt32 = 0

  /// Stands for no id.
  static let none = PackedID()

  private init() {}

  /// - Parameter id: Of at most twelve bytes, none of them 0, as ids have them; what is longer is cut.
  init(_ id: PostID) {
    for (place, byte) in id.text.utf8.prefix(PostID.characterCount).enumerated() {
      if place < 8 {
        first |= UInt64(byte) << UInt64(56 - place * 8)
      } else {
        rest |= UInt32(byte) << UInt32(24 - (place - 8) * 8)
      }
    }
  }

  /// The id; nil where none was packed.
  var id: PostID? {
    guard self != .none else { return nil }
    var bytes: [UInt8] = []
    for place in 0..<PostID.characterCount {
      let byte =
        place < 8
        ? UInt8(truncatingIfNeeded: first >> UInt64(56 - place * 8))
        : UInt8(truncatingIfNeeded: rest >> UInt32(24 - (place - 8) * 8))
      if byte == 0 { break }
      bytes.append(byte)
    }
    return PostID(String(decoding: bytes, as: UTF8.self))
  }

  /// The order of ids, which are ASCII.
  static func < (left: PackedID, right: PackedID) -> Bool {
    (left.first, left.rest) < (right.first, right.rest)
  }

  /// Appends it to the bytes of a record.
  func append(to bytes: inout [UInt8]) {
    CompactBytes.append(bits: first, to: &bytes)
    CompactBytes.append(Int(rest), to: &bytes)
  }

  /// Reads what was appended; nil where the bytes end.
  init?(_ reader: inout CompactBytes.Reader) {
    guard let first = reader.bits(), let rest = reader.number() else { return nil }
    self.first = first
    self.rest = UInt32(truncatingIfNeeded: rest)
  }
}
