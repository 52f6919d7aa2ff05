internal import SourceBytes

/// A part of a message: a node of the MIME tree (RFC 2046).
struct MIMEPart: Sendable {
  /// The index of the part that holds this one; nil for the message itself.
  let parent: Int?
  /// How many parts stand above it.
  let depth: Int
  /// Where its header starts.
  let start: Int
  let header: HeaderBlock
  /// The encoded content.
  var body: Range<Int>
  let type: ContentField
  let disposition: ContentField
  let encoding: TransferEncoding
  /// How many parts it holds.
  var childCount = 0
  /// Which of its siblings it is, from 0.
  let ordinal: Int
  /// Whether the part was closed by its boundary.
  var isClosed = false

  var isMultipart: Bool { type.value.utf8.starts(with: "multipart/".utf8) }

  func field(_ kind: HeaderField.Name) -> HeaderField? { header.fields.first { $0.kind == kind } }
}

/// The parts of a message as a flat array in the order of the text, each behind its parent.
///
/// One pass over the lines with a stack of open boundaries. A boundary of an outer part closes the inner ones that
/// were never closed (RFC 2046, section 5.1.2); where an inner part uses the boundary of an outer one, the innermost
/// takes it. Where the boundary of an inner part that an outer one closed so comes again, the parts were woven by a
/// program that lost count, and another one begins: else its header would be words of the part before.
struct MIMETree: Sendable {
  private(set) var parts: [MIMEPart] = []
  /// Whether a multipart lacked its closing boundary.
  private(set) var hasUnclosed = false
  /// Whether a multipart names no boundary, or one that never occurs.
  private(set) var lacksBoundary = false
  /// Whether parts were left together because of a limit.
  private(set) var isCut = false

  /// The charset that the first part which names one is in.
  var charset: Charset? {
    for part in parts.prefix(20) {
      if let label = part.type["charset"], !Charset(label).isUnspecific { return Charset(label) }
    }
    return nil
  }

  private struct Open {
    let part: Int
    let boundary: [UInt8]
    /// Whether lines that only begin with the boundary count.
    let isPrefix: Bool
    var child: Int?
  }

  /// Reads the message in `range`.
  ///
  /// - Complexity: O(n) in bytes, times the nesting, which `limits.depth` bounds, for lines that begin with `--`.
  init(_ bytes: Span<UInt8>, in range: Range<Int>, limits: ParseLimits) {
    var open: [Open] = []
    var interrupted: Set<[UInt8]> = []
    let root = add(bytes, range, parent: nil, ordinal: 0, limits)
    var position = parts[root].body.lowerBound
    push(root, bytes, &open, limits, range.upperBound)
    while position < range.upperBound, !open.isEmpty {
      let next = bytes.nextLine(from: position, to: range.upperBound)
      guard bytes[position] == 0x2D, bytes.hasBytes("--", at: position),
        let line = MIMETree.match(bytes, position, next, open)
          ?? matchAgain(bytes, position, next, range.upperBound, open, interrupted)
      else {
        position = next
        continue
      }
      guard line.kind != .opening || parts.count < limits.partCount else {
        // The last part goes on to the end: nothing is lost.
        isCut = true
        break
      }
      let bodyEnd = MIMETree.contentEnd(bytes, before: position)
      let level = line.level
      for inner in open[(level + 1)...] { interrupted.insert(inner.boundary) }
      close(&open, downTo: level, at: bodyEnd)
      if line.kind == .closingAgain {
        position = next
        continue
      }
      if line.kind == .closing {
        let closed = open[level].part
        parts[closed].isClosed = true
        if parts[closed].childCount == 0 { endPart(closed, at: bodyEnd) }
        open.removeSubrange(level...)
        // Lines up to the next boundary of the part around are an epilogue.
        position = next
        continue
      }
      let parent = open[level].part
      let child = add(
        bytes, next..<range.upperBound, parent: parent, ordinal: parts[parent].childCount, limits)
      parts[parent].childCount += 1
      open[level].child = child
      position = parts[child].body.lowerBound
      push(child, bytes, &open, limits, range.upperBound)
    }
    if !open.isEmpty { hasUnclosed = true }
    close(&open, downTo: 0, at: range.upperBound)
    for index in parts.indices where parts[index].isMultipart && parts[index].childCount == 0 {
      lacksBoundary = true
    }
  }

  private mutating func add(
    _ bytes: Span<UInt8>, _ range: Range<Int>, parent: Int?, ordinal: Int, _ limits: ParseLimits
  ) -> Int {
    let header = HeaderBlock(bytes, in: range, limits: limits)
    func value(_ kind: HeaderField.Name) -> Range<Int>? {
      header.fields.first { $0.kind == kind }?.value
    }
    let type = MIMETree.type(bytes, header)
    let encoding = value(.contentTransferEncoding).map { TransferEncoding(bytes.extracting($0)) }
    parts.append(
      MIMEPart(
        parent: parent, depth: parent.map { parts[$0].depth + 1 } ?? 0, start: range.lowerBound,
        header: header,
        body: header.bodyStart..<range.upperBound, type: type,
        disposition: value(.contentDisposition).map { ContentField(bytes, in: $0) }
          ?? ContentField(),
        encoding: encoding ?? .identity, ordinal: ordinal))
    return parts.count - 1
  }

  /// The stated type: of several fields the first, but a type of text rather than a multipart, so that no text is lost.
  private static func type(_ bytes: Span<UInt8>, _ header: HeaderBlock) -> ContentField {
    var chosen: ContentField?
    for field in header.fields where field.kind == .contentType && !field.value.isEmpty {
      let type = ContentField(bytes, in: field.value)
      let isMultipart = chosen?.value.utf8.starts(with: "multipart/".utf8) ?? true
      if chosen == nil || (isMultipart && type.value.utf8.starts(with: "text/".utf8)) {
        chosen = type
      }
      // Nobody means more than two.
      if !isMultipart { break }
    }
    return chosen ?? ContentField()
  }

  /// Opens the boundary of a multipart.
  private mutating func push(
    _ index: Int, _ bytes: Span<UInt8>, _ open: inout [Open], _ limits: ParseLimits, _ end: Int
  ) {
    guard parts[index].isMultipart else { return }
    guard open.count < limits.depth else {
      isCut = true
      return
    }
    var boundary = Array((parts[index].type["boundary"] ?? "").utf8)
    if boundary.last?.isASCIIWhitespace == true,
      !MIMETree.occurs(boundary, bytes, from: parts[index].body.lowerBound, to: end)
    {
      // Relays take blanks off the ends of lines.
      while let last = boundary.last, last.isASCIIWhitespace { boundary.removeLast() }
    }
    if boundary.isEmpty {
      lacksBoundary = true
      boundary = MIMETree.guessedBoundary(bytes, from: parts[index].body.lowerBound, to: end)
    }
    guard !boundary.isEmpty, boundary.count <= MIMETree.longestBoundary else { return }
    let isPrefix = MIMETree.isOnlyPrefix(
      boundary, bytes, from: parts[index].body.lowerBound, to: end)
    open.append(Open(part: index, boundary: boundary, isPrefix: isPrefix))
  }

  /// Ends the open parts from the innermost down to the current child of `level`.
  private mutating func close(_ open: inout [Open], downTo level: Int, at end: Int) {
    while open.count > level + 1 {
      let inner = open.removeLast()
      hasUnclosed = true
      endPart(inner.child, at: end)
      endPart(inner.part, at: end)
    }
    guard open.indices.contains(level) else { return }
    endPart(open[level].child, at: end)
    open[level].child = nil
  }

  private mutating func endPart(_ index: Int?, at end: Int) {
    guard let index else { return }
    let start = parts[index].body.lowerBound
    parts[index].body = start..<max(start, min(end, parts[index].body.upperBound))
  }

  /// A line that is a boundary, and which of the open parts it belongs to.
  private struct BoundaryLine {
    enum Kind { case opening, closing, closingAgain }
    let level: Int
    let kind: Kind
  }

  /// The innermost open boundary that a line is.
  private static func match(
    _ bytes: Span<UInt8>, _ start: Int, _ next: Int, _ open: [Open]
  ) -> BoundaryLine? {
    for level in open.indices.reversed() {
      let boundary = open[level].boundary
      guard bytes.hasBytes(boundary, at: start + 2) else { continue }
      var index = start + 2 + boundary.count
      var isClosing = false
      if index + 1 < next, bytes[index] == 0x2D, bytes[index + 1] == 0x2D {
        isClosing = true
        index += 2
      }
      // Blanks may follow, and whatever stands behind them: it is enough that the boundary is there.
      if index == next || bytes[index].isASCIIWhitespace || open[level].isPrefix {
        return BoundaryLine(level: level, kind: isClosing ? .closing : .opening)
      }
    }
    return nil
  }

  /// The innermost open part, where a line is the boundary of one inside it that a boundary further out ended.
  ///
  /// What follows has to look like the beginning of a part, or like the end of the last one: no word is lost should the
  /// line be one of the text. An attached message may have the boundary for itself.
  private func matchAgain(
    _ bytes: Span<UInt8>, _ start: Int, _ next: Int, _ end: Int, _ open: [Open],
    _ interrupted: Set<[UInt8]>
  ) -> BoundaryLine? {
    guard !interrupted.isEmpty, let innermost = open.last,
      let kind = MIMETree.kind(bytes, start, next, among: interrupted)
    else { return nil }
    if let child = innermost.child, parts[child].type.value.utf8.starts(with: "message/".utf8) {
      return nil
    }
    let isBoundary =
      kind == .opening
      ? next < end && MIMETree.beginsPart(bytes, next, end)
      : MIMETree.isFollowedByBoundary(bytes, next, end, open, interrupted)
    return isBoundary ? BoundaryLine(level: open.count - 1, kind: kind) : nil
  }

  /// What a line is that consists of one of the boundaries.
  private static func kind(
    _ bytes: Span<UInt8>, _ start: Int, _ next: Int, among boundaries: Set<[UInt8]>
  ) -> BoundaryLine.Kind? {
    let line = bytes.trimmed(start..<next)
    guard line.lowerBound == start, line.count > 2, line.count <= longestBoundary + 4,
      bytes.hasBytes("--", at: start)
    else { return nil }
    if boundaries.contains(bytes.bytes(in: start + 2..<line.upperBound)) { return .opening }
    guard line.count > 4, bytes.hasBytes("--", at: line.upperBound - 2),
      boundaries.contains(bytes.bytes(in: start + 2..<line.upperBound - 2))
    else { return nil }
    return .closingAgain
  }

  /// Whether nothing, or nothing but empty lines and a boundary, follows within a few lines.
  private static func isFollowedByBoundary(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ open: [Open], _ interrupted: Set<[UInt8]>
  ) -> Bool {
    var position = start
    for _ in 0..<50 {
      guard position < end else { return true }
      let next = bytes.nextLine(from: position, to: end)
      if !bytes.trimmed(position..<next).isEmpty {
        if bytes.hasBytes("--", at: position), match(bytes, position, next, open) != nil {
          return true
        }
        guard let kind = kind(bytes, position, next, among: interrupted) else { return false }
        if kind == .opening { return next < end && beginsPart(bytes, next, end) }
      }
      position = next
    }
    return false
  }

  /// Whether a line is a field or empty, as below the boundary of a part.
  private static func beginsPart(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let next = bytes.nextLine(from: start, to: end)
    return HeaderBlock.fieldName(bytes, start, next) != nil
      || bytes.lineContent(from: start, nextLine: next).isEmpty
  }

  /// The most bytes of a boundary that is looked for.
  private static let longestBoundary = 16_384

  /// Whether one of the lines that follow, within a mebibyte, is the boundary.
  private static func occurs(
    _ boundary: [UInt8], _ bytes: Span<UInt8>, from start: Int, to limit: Int
  ) -> Bool {
    let end = min(limit, start + 1 << 20)
    var position = start
    while position < end {
      if bytes[position] == 0x2D, bytes.hasBytes("--", at: position),
        bytes.hasBytes(boundary, at: position + 2)
      {
        return true
      }
      position = bytes.nextLine(from: position, to: end)
    }
    return false
  }

  /// Whether no line near the start is the boundary, but one begins with it.
  ///
  /// By the letter of RFC 2046, section 5.1.1, the beginning of a line is enough. But many programs lengthen the
  /// boundary of an outer part to name an inner one, so that a whole line comes first.
  private static func isOnlyPrefix(
    _ boundary: [UInt8], _ bytes: Span<UInt8>, from start: Int, to limit: Int
  ) -> Bool {
    let end = min(limit, start + 1 << 16)
    var position = start
    var isBegun = false
    while position < end {
      let next = bytes.nextLine(from: position, to: end)
      if bytes[position] == 0x2D, bytes.hasBytes("--", at: position),
        bytes.hasBytes(boundary, at: position + 2)
      {
        let after = position + 2 + boundary.count
        if after >= next || bytes[after].isASCIIWhitespace || bytes.hasBytes("--", at: after) {
          return false
        }
        isBegun = true
      }
      position = next
    }
    return isBegun
  }

  /// The end of what stands before a boundary: its line end belongs to the boundary (RFC 2046, section 5.1.1).
  private static func contentEnd(_ bytes: Span<UInt8>, before start: Int) -> Int {
    guard start > 0, bytes[start - 1] == 0x0A else { return start }
    return start > 1 && bytes[start - 2] == 0x0D ? start - 2 : start - 1
  }

  /// The boundary that the first line of a body suggests: `--` and a word, with a field or nothing below it.
  private static func guessedBoundary(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> [UInt8]
  {
    var position = start
    for _ in 0..<50 where position < end {
      let next = bytes.nextLine(from: position, to: end)
      let line = bytes.trimmed(position..<next)
      if line.count > 4, line.count < 80, bytes.hasBytes("--", at: position), next < end {
        if MIMETree.beginsPart(bytes, next, end) {
          return bytes.bytes(in: line.lowerBound + 2..<line.upperBound)
        }
      }
      position = next
    }
    return []
  }
}
