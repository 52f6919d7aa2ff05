extension String {
  /// The part between two UTF-8 offsets.
  func part(_ range: Range<Int>) -> String {
    String(decoding: Array(utf8)[range.clamped(to: 0..<utf8.count)], as: UTF8.self)
  }

  /// The rest without the part between two UTF-8 offsets.
  func removing(_ range: Range<Int>) -> String {
    let bytes = Array(utf8)
    let bounded = range.clamped(to: 0..<bytes.count)
    return String(decoding: bytes[..<bounded.lowerBound], as: UTF8.self) + " "
      + String(decoding: bytes[bounded.upperBound...], as: UTF8.self)
  }

  /// Without the colon, dash or bar that stood between a header and the body.
  ///
  /// A colon that opens a smiley stays: ":)", ":razz:".
  var trimmingLead: String {
    let rest = utf8.drop { [0x20, 0x0A].contains($0) }
    if rest.first == 0x3A, let next = rest.dropFirst().first {
      let word = rest.dropFirst().prefix { $0 > 0x20 && $0 != 0x3A }
      let isNamed = word.count < 24 && rest.dropFirst(word.count + 1).first == 0x3A && !word.isEmpty
      let mark = ")(DPOop?!-*|/\\]['".utf8.contains(next) && word.count <= 3
      if isNamed || mark { return String(decoding: rest, as: UTF8.self) }
    }
    return String(decoding: utf8.drop { [0x20, 0x0A, 0x3A, 0x7C].contains($0) }, as: UTF8.self)
  }
}
