/// The part of a series that a subject names: `[PATCH v2 2/7] fs: …`, `FAQ (2 of 3)`, `Minutes, part 2/3`.
struct SeriesPart {
  /// What stands before the number, letters and digits only, in lower case.
  let name: String
  /// From 0 for a cover letter, else from 1.
  let number: Int
  /// How many parts there are.
  let total: Int

  /// Reads the first `n/m` or `n of m` with n ≤ m and m from 2 to 999.
  init?(_ subject: String) {
    let bytes = Array(subject.utf8.prefix(400))
    func number(_ start: Int) -> (value: Int, end: Int)? {
      var end = start
      var value = 0
      while end < bytes.count, bytes[end] &- 0x30 < 10, end - start < 4 {
        value = value * 10 + Int(bytes[end] - 0x30)
        end += 1
      }
      return end > start && end - start < 4 ? (value, end) : nil
    }
    var index = 0
    while index < bytes.count {
      guard bytes[index] &- 0x30 < 10 else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, bytes[index] &- 0x30 < 10 { index += 1 }
      let isApart = start == 0 || [0x20, 0x28, 0x5b].contains(bytes[start - 1])
      var next = index
      if next < bytes.count, bytes[next] == UInt8(ascii: "/") {
        next += 1
      } else if bytes[next...].starts(with: " of ".utf8) {
        next += 4
      } else {
        continue
      }
      guard isApart, let (value, end) = number(start), end == index,
        let (total, behind) = number(next), total >= 2, value <= total,
        // A date such as 1/2/2012 is none.
        behind == bytes.count || bytes[behind] != UInt8(ascii: "/")
      else { continue }
      var name: [UInt8] = []
      for byte in bytes[..<start] {
        let lowered = byte &- 0x41 < 26 ? byte | 0x20 : byte
        if lowered >= 0x80 || lowered &- 0x61 < 26 || lowered &- 0x30 < 10 { name.append(lowered) }
      }
      self.name = String(decoding: name, as: UTF8.self)
      self.number = value
      self.total = total
      return
    }
    return nil
  }
}

/// What the parts of one series share.
struct SeriesKey: Hashable {
  let person: Int
  let name: String
  let total: Int
}
