internal import SourceBytes

/// One mailbox in a form of which every byte stands for itself, as nearly all are: `Name <addr>`, `"Name" <addr>`,
/// `addr (Name)`, `user at host (Name)` or `addr`.
///
/// What ``AddressParser`` makes of it, at a fraction of the cost.
struct PlainMailbox {
  private(set) var name: Range<Int>?
  private(set) var address: Range<Int>
  /// The host, where ` at ` stands before it; the address is the user then.
  private(set) var maskedHost: Range<Int>?

  /// Reads an unfolded value; nil where it has any other form, or a byte with another meaning.
  ///
  /// - Complexity: One pass over at most 200 bytes.
  init?(_ value: Span<UInt8>) {
    guard value.count <= 200, let last = value.count > 0 ? value[value.count - 1] : nil else {
      return nil
    }
    var at: Int?
    var open: Int?
    let quoted = value[0] == 0x22 ? PlainMailbox.quotedName(value) : nil
    for index in (quoted.map { $0.upperBound + 1 } ?? 0)..<value.count {
      switch PlainMailbox.meaning[Int(value[index])] {
      case .letter: break
      case .space: if index > 0, value[index - 1] == 0x20 { return nil }
      case .at:
        guard at == nil else { return nil }
        at = index
      case .open:
        guard open == nil else { return nil }
        open = index
      case .close: guard index == value.count - 1 else { return nil }
      case .other: return nil
      }
    }
    switch (open.map { value[$0] }, last) {
    case (nil, _) where last != 0x3E && last != 0x29: address = 0..<value.count
    case (0x3C, 0x3E):
      let open = open ?? 0
      address = open + 1..<value.count - 1
      name = quoted ?? value.trimmed(0..<open)
    case (0x28, 0x29):
      let open = open ?? 0
      address = value.trimmed(0..<open)
      let inside = value.trimmed(open + 1..<value.count - 1)
      // `user (at) host` is a masked address.
      if inside.count == 2 { return nil }
      name = inside
    default: return nil
    }
    if name?.isEmpty == true { name = nil }
    guard let at else {
      guard last == 0x29,
        let mark = value.firstOffset(of: 0x20, from: address.lowerBound, to: address.upperBound),
        mark > address.lowerBound, value.hasBytes(" at ", at: mark),
        mark + 4 < address.upperBound,
        value.firstOffset(of: 0x20, from: mark + 4, to: address.upperBound) == nil
      else { return nil }
      maskedHost = mark + 4..<address.upperBound
      address = address.lowerBound..<mark
      return
    }
    guard at > address.lowerBound, at < address.upperBound - 1,
      value[address.upperBound - 1] != 0x2E,
      value.firstOffset(of: 0x20, from: address.lowerBound, to: address.upperBound) == nil
    else { return nil }
  }

  /// What stands in the quotation marks with which a value begins, where the address in brackets follows; nil where
  /// it is empty or a byte in it means anything else.
  private static func quotedName(_ value: Span<UInt8>) -> Range<Int>? {
    guard let close = value.firstOffset(of: 0x22, from: 1, to: value.count), close > 1,
      value.hasBytes(" <", at: close + 1), value[1] != 0x20, value[close - 1] != 0x20
    else { return nil }
    for index in 1..<close {
      switch meaning[Int(value[index])] {
      case .letter: break
      case .space where value[index - 1] != 0x20: break
      default: if value[index] != 0x2C { return nil }
      }
    }
    return 1..<close
  }

  /// What a byte means here.
  private enum Meaning: UInt8 {
    case letter, space, at, open, close, other
  }

  private static let meaning: [Meaning] = (0..<256).map { byte in
    switch UInt8(byte) {
    case 0x20: .space
    case 0x40: .at
    case 0x28, 0x3C: .open
    case 0x29, 0x3E: .close
    case 0x2B, 0x2D, 0x2E, 0x2F, 0x5F: .letter
    case let byte: byte.isASCIILetter || byte.isASCIIDigit ? .letter : .other
    }
  }
}
