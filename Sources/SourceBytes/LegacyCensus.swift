/// Which of the charsets before Unicode a text without a label is in, as far as its bytes tell.
///
/// In Western texts letters beyond ASCII stand alone among others; in Cyrillic, Greek and East Asian texts whole words
/// are made of them. Two-byte charsets pair their bytes, so that runs are of even length; each language has lead
/// bytes of its own: kana in Japanese, the common ideographs in the first rows of GB 2312 and Big5, syllables in
/// 0xB0 to 0xC8 of KS X 1001. Of the Cyrillic charsets, KOI8 has its small letters where Windows has its capitals.
struct LegacyCensus {
  /// The names under which iconv knows them.
  enum Charset: String {
    case western = "CP1252"
    case koi8 = "KOI8-U"
    case windowsCyrillic = "CP1251"
    case isoCyrillic = "ISO-8859-5"
    case japaneseEUC = "EUC-JP"
    case shiftJIS = "CP932"
    case korean = "CP949"
    case chinese = "GB18030"
    case big5 = "BIG5-HKSCS"
  }

  /// How many high bytes must be there before anything but Western is thought of.
  private static let leastByteCount = 4
  private static let sampleByteCount = 64 << 10

  private var highCount = 0
  private var runCount = 0
  private var oddRunCount = 0
  /// How often bytes of each row of sixteen occur, from 0x80.
  private var rows = [Int](repeating: 0, count: 8)
  /// How often pairs of two high bytes begin with a byte, from the start of each run.
  private var leads = [Int](repeating: 0, count: 128)
  private var pairCount = 0
  /// How often a high byte is followed by an ASCII byte from 0x40 on, as the second of a pair, at an odd place.
  private var asciiTrailCount = 0

  /// Counts over `range`, at most 64 KiB of it.
  init(of bytes: Span<UInt8>, in range: Range<Int>) {
    let end = min(range.upperBound, range.lowerBound + LegacyCensus.sampleByteCount)
    var index = range.lowerBound
    while index < end {
      guard bytes[index] >= 0x80 else {
        index += 1
        continue
      }
      let start = index
      while index < end, bytes[index] >= 0x80 {
        count(bytes[index])
        if (index - start) % 2 == 1 {
          leads[Int(bytes[index - 1] & 0x7F)] += 1
          pairCount += 1
        }
        index += 1
      }
      runCount += 1
      if (index - start) % 2 == 1 {
        oddRunCount += 1
        if index < end, bytes[index] >= 0x40 { asciiTrailCount += 1 }
      }
    }
  }

  private mutating func count(_ byte: UInt8) {
    highCount += 1
    rows[Int(byte >> 4) - 8] += 1
  }

  private func leadShare(_ range: ClosedRange<UInt8>) -> Double {
    guard pairCount > 0 else { return 0 }
    let count = range.reduce(0) { $0 + leads[Int($1 & 0x7F)] }
    return Double(count) / Double(pairCount)
  }

  /// The charset; Western where little tells.
  var charset: Charset {
    // Words of Western languages have few such letters, and those mostly alone.
    guard highCount >= LegacyCensus.leastByteCount, highCount * 10 >= runCount * 22 else {
      return isShiftJIS ? .shiftJIS : .western
    }
    // Half of all words in a charset of single bytes are of odd length.
    if oddRunCount * 8 >= runCount, asciiTrailCount * 3 < oddRunCount * 2 {
      // The small letters of each charset fill two rows, those of the first half of the alphabet the fuller one.
      let shares: [(Charset, Int)] = [
        (.koi8, rows[4] + rows[5]), (.windowsCyrillic, rows[6] + rows[7]),
        (.isoCyrillic, rows[5] + rows[6]),
      ]
      let best = shares.max { $0.1 < $1.1 }
      guard let best, best.1 * 10 >= highCount * 7 else { return .western }
      return best.0
    }
    if isShiftJIS { return .shiftJIS }
    if leadShare(0xA4...0xA5) > 0.25 { return .japaneseEUC }
    if asciiTrailCount * 6 > pairCount { return .big5 }
    guard oddRunCount * 8 < runCount else { return .western }
    if leadShare(0xB0...0xC8) > 0.9 { return leadShare(0xB0...0xC8) > 0.97 ? .korean : .chinese }
    if leadShare(0xB0...0xF7) > 0.6 {
      return pairCount >= 2 ? .chinese : .western
    }
    return .western
  }

  /// Kana of Shift JIS have the lead bytes 0x82 and 0x83, and trails of every kind.
  private var isShiftJIS: Bool {
    (rows[0] + rows[1]) * 3 > highCount && leads[2] + leads[3] > 0
      && (leads[2] + leads[3]) * 4 > pairCount && highCount >= LegacyCensus.leastByteCount
  }
}
