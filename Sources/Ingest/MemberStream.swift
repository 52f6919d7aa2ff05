/// The bytes of one member with a view ahead; keeps the first failure instead of throwing it.
final class MemberStream {
  private let supply: () throws -> [UInt8]
  private var ahead: [UInt8] = []
  private var isAtEnd = false
  /// Why the bytes ended early, in words; nil while all is well.
  private(set) var failure: String?

  init(supply: @escaping () throws -> [UInt8]) {
    self.supply = supply
  }

  /// The bytes ahead, at least `byteCount` of them unless the member ends before; they stay ahead.
  ///
  /// - Returns: At most one chunk more than was asked for.
  func fill(upTo byteCount: Int) -> [UInt8] {
    while ahead.count < byteCount, let chunk = read() {
      if ahead.isEmpty {
        ahead = chunk
        continue
      }
      ahead.reserveCapacity(adding: chunk.count)
      ahead.append(contentsOf: chunk)
    }
    return ahead
  }

  /// Goes on by bytes that were looked at.
  func take(_ byteCount: Int) {
    if byteCount >= ahead.count {
      ahead = []
    } else {
      ahead.removeSubrange(0..<byteCount)
    }
  }

  /// The next bytes; empty at the end.
  func next() -> [UInt8] {
    if !ahead.isEmpty {
      defer { ahead = [] }
      return ahead
    }
    return read() ?? []
  }

  /// Reads to the end and says how many bytes there were.
  func skipRest() -> Int {
    var byteCount = ahead.count
    ahead = []
    while let chunk = read() { byteCount += chunk.count }
    return byteCount
  }

  private func read() -> [UInt8]? {
    guard !isAtEnd else { return nil }
    do {
      let chunk = try supply()
      isAtEnd = chunk.isEmpty
      return chunk.isEmpty ? nil : chunk
    } catch {
      isAtEnd = true
      failure = (error as? InputError)?.message ?? "\(error)"
      return nil
    }
  }
}

extension [UInt8] {
  /// Makes room for more bytes; an array that is large already grows by a quarter instead of to the double.
  mutating func reserveCapacity(adding byteCount: Int) {
    let needed = count + byteCount
    guard needed > capacity else { return }
    reserveCapacity(needed > 1 << 23 ? needed + needed / 4 : 2 * needed)
  }
}
