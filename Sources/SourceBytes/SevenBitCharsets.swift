/// UTF-7 (RFC 2152), read tolerantly: what is no valid shift stays as it is.
enum UTF7 {
  static func decode(_ bytes: Span<UInt8>) -> [UInt8] {
    var output = ""
    var index = 0
    var plainStart = 0
    while let plus = bytes.firstOffset(of: 0x2B, from: index, to: bytes.count) {
      var end = plus + 1
      while end < bytes.count, value(of: bytes[end]) != nil { end += 1 }
      let isClosed = end < bytes.count && bytes[end] == 0x2D
      if end == plus + 1 {
        // "+-" is a plus; a plus before anything else is one that somebody forgot to encode.
        output += bytes.string(in: plainStart..<plus + 1)
        index = isClosed ? end + 1 : end
        plainStart = index
        continue
      }
      guard let text = shifted(bytes, plus + 1..<end) else {
        index = end
        continue
      }
      output += bytes.string(in: plainStart..<plus)
      output += text
      index = isClosed ? end + 1 : end
      plainStart = index
    }
    output += bytes.string(in: plainStart..<bytes.count)
    return Array(output.utf8)
  }

  /// Reads modified base64 as UTF-16; nil where it is not well-formed.
  private static func shifted(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String? {
    var units: [UInt16] = []
    var bits: UInt32 = 0
    var bitCount = 0
    for index in range {
      bits = bits << 6 | UInt32(value(of: bytes[index]) ?? 0)
      bitCount += 6
      if bitCount >= 16 {
        bitCount -= 16
        units.append(UInt16(truncatingIfNeeded: bits >> UInt32(bitCount)))
      }
    }
    guard !units.isEmpty, bitCount < 6, bits & (1 << UInt32(bitCount) - 1) == 0 else { return nil }
    return String(validating: units, as: UTF16.self)
  }

  private static func value(of byte: UInt8) -> UInt8? {
    switch byte {
    case 0x41...0x5A: byte - 0x41
    case 0x61...0x7A: byte - 0x61 + 26
    case 0x30...0x39: byte - 0x30 + 52
    case 0x2B: 62
    case 0x2F: 63
    default: nil
    }
  }
}

/// HZ-GB-2312 (RFC 1843): GB 2312 between `~{` and `~}`, which glibc does not know.
enum HZ {
  static func decode(_ bytes: Span<UInt8>) -> Charset.Transcoded {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var isShifted = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let following: UInt8 = index + 1 < bytes.count ? bytes[index + 1] : 0
      if byte == 0x7E,
        following == 0x7B || following == 0x7D || following == 0x7E || following == 0x0A
      {
        if following == 0x7E { output.append(0x7E) }
        if following == 0x7B { isShifted = true }
        if following == 0x7D { isShifted = false }
        index += 2
      } else if isShifted, byte > 0x20, following > 0x20 {
        output.append(byte | 0x80)
        output.append(following | 0x80)
        index += 2
      } else {
        if byte == 0x0A { isShifted = false }
        output.append(byte)
        index += 1
      }
    }
    guard let decoded = IconvDecoder.decode(output.span, from: "GB18030") else {
      return Charset.Transcoded(utf8: Array(copying: bytes))
    }
    return Charset.Transcoded(utf8: decoded.utf8, lost: decoded.lost)
  }
}
