internal import SourceBytes

/// Files that stand as text inside a body: uuencode, yEnc and BinHex.
enum EmbeddedFiles {
  /// A file and the lines that hold it.
  struct Found: Sendable {
    var name: String?
    var type: String
    var byteCount: Int
    var range: Range<Int>
  }

  /// Finds the files in a decoded body.
  ///
  /// - Parameter limit: The most files to find; what lies behind the last stays text.
  /// - Complexity: O(n): lines that belong to a file are not looked at again; a `begin` line that opens nothing costs
  ///   the two lines behind it.
  static func find(in text: Span<UInt8>, limit: Int) -> [Found] {
    var found: [Found] = []
    var start = 0
    while start < text.count, found.count < limit {
      var file: Found?
      switch text[start] {
      case 0x62: file = uuencoded(text, start)
      case 0x3D: file = yEncoded(text, start)
      case 0x28: file = binHexed(text, start)
      default: break
      }
      if let file {
        found.append(file)
        start = file.range.upperBound
      } else {
        start = openings.firstLine(in: text, after: start, before: text.count) ?? text.count
      }
    }
    return found
  }

  /// `be`, `=y` and `(T`, with which the first lines of such files begin.
  private static let openings = LineOpenings((0x62, 0x65), (0x3D, 0x79), (0x28, 0x54))

  /// A block `begin MODE NAME` … `end`; its lines tell by their first byte how many bytes they hold.
  private static func uuencoded(_ text: Span<UInt8>, _ start: Int) -> Found? {
    guard text.hasBytes("begin ", at: start) else { return nil }
    var next = text.nextLine(from: start, to: text.count)
    let line = text.trimmed(start + 6..<next)
    var mode = line.lowerBound
    while mode < line.upperBound, (0x30...0x37).contains(text[mode]) { mode += 1 }
    guard (3...4).contains(mode - line.lowerBound), mode < line.upperBound, text[mode] == 0x20
    else {
      return nil
    }
    let name = Charset.decodeUnlabelled(text.extracting(mode + 1..<line.upperBound)).text
    var byteCount = 0
    var lineCount = 0
    while next < text.count {
      let following = text.nextLine(from: next, to: text.count)
      let content = text.lineContent(from: next, nextLine: following)
      if text.hasBytes("end", at: next), text.trimmed(content).count == 3 {
        next = following
        break
      }
      guard let size = uuencodedByteCount(text, content) else { break }
      byteCount += size
      lineCount += 1
      next = following
    }
    guard lineCount > 0 else { return nil }
    return Found(
      name: ReadableText.clean(name), type: "application/octet-stream", byteCount: byteCount,
      range: start..<next)
  }

  /// How many bytes a line of uuencode holds; nil where it is none.
  private static func uuencodedByteCount(_ text: Span<UInt8>, _ line: Range<Int>) -> Int? {
    guard let first = line.first else { return 0 }
    guard text[first] >= 0x20, text[first] <= 0x60 else { return nil }
    let size = Int(text[first] - 0x20) & 63
    let needed = (size + 2) / 3 * 4
    // Blanks at the end of a line, which stand for zeros, often got lost; one check character may follow.
    guard line.count - 1 <= needed + 2, size == 0 || line.count > 1 else { return nil }
    for index in line where text[index] < 0x20 || text[index] > 0x60 { return nil }
    return size
  }

  private static func yEncoded(_ text: Span<UInt8>, _ start: Int) -> Found? {
    guard text.hasBytes("=ybegin ", at: start) else { return nil }
    var next = text.nextLine(from: start, to: text.count)
    let line = text.trimmed(start..<next)
    guard let nameMark = text.firstOffset(of: " name=", in: line) else { return nil }
    let name = Charset.decodeUnlabelled(text.extracting(nameMark + 6..<line.upperBound)).text
    var byteCount = 0
    if let sizeMark = text.firstOffset(of: " size=", in: line) {
      var index = sizeMark + 6
      while index < line.upperBound, index < sizeMark + 15, text[index].isASCIIDigit {
        byteCount = byteCount * 10 + Int(text[index] - 0x30)
        index += 1
      }
    }
    while next < text.count {
      let isEnd = text.hasBytes("=yend", at: next)
      next = text.nextLine(from: next, to: text.count)
      if isEnd { break }
    }
    return Found(
      name: ReadableText.clean(name), type: "application/octet-stream", byteCount: byteCount,
      range: start..<next)
  }

  /// A BinHex 4.0 file (RFC 1741), whose name lies inside the encoding.
  private static func binHexed(_ text: Span<UInt8>, _ start: Int) -> Found? {
    guard text.hasBytes("(This file must be converted with BinHex", at: start) else { return nil }
    let lineEnd = text.nextLine(from: start, to: text.count)
    guard let open = text.firstOffset(of: 0x3A, from: lineEnd, to: min(text.count, lineEnd + 200)),
      let close = text.firstOffset(of: 0x3A, from: open + 1, to: text.count)
    else { return nil }
    let next = text.nextLine(from: close, to: text.count)
    return Found(
      name: nil, type: "application/mac-binhex40", byteCount: (close - open) * 3 / 4,
      range: start..<next)
  }
}
