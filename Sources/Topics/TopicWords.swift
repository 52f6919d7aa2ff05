/// The words of a text for counting topics: lower case, without links, addresses and numbers.
struct TopicWords {
  private(set) var names: [String] = []
  private var numbers: [UInt64: Int32] = [:]
  /// How often each word stands there, and how often with one capital in front.
  private(set) var counts: [(all: Int32, capital: Int32)] = []
  private var isCapital = false

  /// Marks a place where words do not stand side by side.
  static let gap: Int32 = -1

  /// Adds the words of a line to a sequence.
  mutating func add(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to words: inout [Int32]
  ) {
    var index = range.lowerBound
    let end = range.upperBound
    var letters: [UInt8] = []
    while index < end {
      let byte = bytes[index]
      if byte == 0x20 || byte == 0x09 {
        index += 1
        continue
      }
      // A piece between blanks that is a link or an address says nothing.
      var stop = index
      var isName = false
      while stop < end, bytes[stop] != 0x20, bytes[stop] != 0x09 {
        if bytes[stop] == 0x40 || bytes[stop] == 0x2f && stop + 1 < end && bytes[stop + 1] == 0x2f {
          isName = true
        }
        stop += 1
      }
      if isName {
        words.append(TopicWords.gap)
      } else {
        addPiece(bytes, index..<stop, &letters, to: &words)
      }
      index = stop
    }
    words.append(TopicWords.gap)
  }

  /// The number of a word; nil where no text has it.
  func number(of word: String) -> Int32? { numbers[Self.hash(Array(word.utf8))] }

  private mutating func addPiece(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ letters: inout [UInt8],
    to words: inout [Int32]
  ) {
    var index = range.lowerBound
    letters.removeAll(keepingCapacity: true)
    while index <= range.upperBound {
      let byte = index < range.upperBound ? bytes[index] : 0x20
      if byte < 0x80, byte | 0x20 &- 0x61 < 26 {
        switch letters.count {
        case 0: isCapital = byte < 0x61
        case 1: isCapital = isCapital && byte >= 0x61
        default: break
        }
        letters.append(byte | 0x20)
        index += 1
        continue
      }
      let isApostrophe =
        byte == 0x27
        || byte == 0xe2 && index + 2 < range.upperBound && bytes[index + 1] == 0x80
          && bytes[index + 2] == 0x99
      if isApostrophe, !letters.isEmpty {
        // French and Italian leave out a vowel ("l'archive", "qu'il"): what follows is a word of its own.
        if letters.count > 2 { letters.append(0x27) } else { close(&letters, to: &words) }
        index += byte == 0x27 ? 1 : 3
        continue
      }
      let isPunctuation =
        byte < 0x80 || byte == 0xc2
        || (byte == 0xe2 && index + 1 < range.upperBound && bytes[index + 1] & 0xfc == 0x80)
      if !isPunctuation {
        let isCapitalLatin =
          byte == 0xc3 && index + 1 < range.upperBound && bytes[index + 1] < 0x9f
        if letters.isEmpty { isCapital = isCapitalLatin }
        if isCapitalLatin {
          letters += [byte, bytes[index + 1] | 0x20]
          index += 2
        } else {
          letters.append(byte)
          index += 1
        }
        continue
      }
      close(&letters, to: &words)
      if byte != 0x20, byte != 0x2d { words.append(TopicWords.gap) }
      index += byte < 0x80 ? 1 : byte == 0xc2 ? 2 : 3
    }
  }

  private mutating func close(_ letters: inout [UInt8], to words: inout [Int32]) {
    if letters.suffix(2).elementsEqual([0x27, 0x73]) { letters.removeLast(2) }
    while letters.last == 0x27 { letters.removeLast() }
    guard letters.count > 1 else { return letters.removeAll(keepingCapacity: true) }
    let hash = Self.hash(letters)
    let number = numbers[hash] ?? Int32(names.count)
    if Int(number) == names.count {
      numbers[hash] = number
      names.append(String(decoding: letters, as: UTF8.self))
      counts.append((0, 0))
    }
    counts[Int(number)].all += 1
    if isCapital { counts[Int(number)].capital += 1 }
    words.append(number)
    letters.removeAll(keepingCapacity: true)
  }

  /// FNV-1a.
  static func hash(_ bytes: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }
}
