public import SourceBytes

/// Splits a file of several messages without decoding them, over a window that slides through the file.
///
/// In an mbox a line that begins with `From ` separates messages when two of three things hold: it opens the file or
/// follows an empty line; it is a plausible envelope, which is an address and a date with time and year (RFC 4155,
/// appendix A, and the looser forms of pipermail); a header block follows it. Where only two hold, the separator is a
/// finding, unless the file often puts no empty line before its separators, as pipermail of 2004 does.
/// Where a `Content-Length` reaches to another separator or to the end of the file, it proves true, and what looks
/// like a separator inside the body is text (mboxcl, mboxcl2). Other ``MessageSeparator``s are plain marks.
///
/// The decision looks at no more than ``lookaheadByteCount`` bytes from the separator on, and as many behind the end
/// that a header claims, so the same file gives the same items in whatever pieces it arrives.
public struct MboxSplitter: Sendable {
  /// A stretch of the file; the items of a file tile it.
  public struct Item: Sendable, Hashable {
    /// All its bytes, as offsets in the file: envelope line, message and the empty line that closes it.
    public var bytes: Range<Int>
    /// The envelope line without its line end; nil where a message stands without one.
    public var envelope: Range<Int>?
    /// The message, from its first header field to its last line.
    public var message: Range<Int>
    /// Whether these are bytes before the first separator that are no message.
    public var isPreamble: Bool
    /// Whether these are bytes of the message before that lie beyond the limit of one message.
    public var isOverflow: Bool
    /// Whether lines of the message that begin with `From ` stand there unescaped, kept apart by its length alone.
    public var isUnescaped = false

    /// Names a stretch of a file.
    public init(
      bytes: Range<Int>, envelope: Range<Int>?, message: Range<Int>, isPreamble: Bool = false,
      isOverflow: Bool = false
    ) {
      self.bytes = bytes
      self.envelope = envelope
      self.message = message
      self.isPreamble = isPreamble
      self.isOverflow = isOverflow
    }
  }

  /// How many bytes from a candidate on are looked at before it is judged.
  public static let lookaheadByteCount = 4096

  /// What may be found odd here.
  public static let findingCodes = [
    FindingCode(
      "separator-doubtful", "a separator of an mbox that only two of three signs speak for"),
    FindingCode(
      "message-too-long", "a message longer than the limit; what lies beyond it was not read"),
  ]

  private let limits: ParseLimits
  let separator: MessageSeparator
  /// Where the next line to judge starts.
  private var lineStart = 0
  /// How far the line at `lineStart` is known to hold no line feed.
  private var searched = 0
  private var isAfterBlank = true
  private var itemStart = 0
  private var envelope: Range<Int>?
  private var messageStart = 0
  private var isOverflowing = false
  /// Where the empty line before `lineStart` starts.
  private var blankStart: Int?
  private var separatorsAfterBlank = 0
  private var separatorsAfterText = 0
  private var startsWithHeader: Bool?
  private var isInHeader = false
  /// How many bytes the header says that its body has.
  private var contentLength: Int?
  /// Where the message ends by what was stated before its body.
  private var claimedEnd: Int?
  private var isUnescaped = false

  /// Starts at the first byte of a file.
  public init(limits: ParseLimits = ParseLimits(), separator: MessageSeparator = .envelope) {
    self.limits = limits
    self.separator = separator
  }

  /// Finds the next item.
  ///
  /// Bytes before the end of the last item that was returned are not needed again.
  ///
  /// - Parameters:
  ///   - window: The bytes of the file from `windowOffset` on.
  ///   - windowOffset: At most the end of the last item.
  ///   - isFinal: Whether the window reaches to the end of the file.
  /// - Returns: nil when more bytes are needed or, with `isFinal`, at the end.
  /// - Complexity: Each byte is searched once, whatever the number of calls. The window need never be larger
  ///   than `limits.messageByteCount` and the lookahead.
  public mutating func next(
    in window: Span<UInt8>, windowOffset: Int, isFinal: Bool, file: FileID,
    findings: inout [Finding]
  ) -> Item? {
    let windowEnd = windowOffset + window.count
    while true {
      let cut = itemStart + limits.messageByteCount
      if lineStart >= windowEnd, searched >= windowEnd { break }
      if searched == lineStart {
        guard lineStart < windowEnd else { break }
        let isReady = isFinal || lineStart + MboxSplitter.lookaheadByteCount <= windowEnd
        if lineStart <= cut, separator.mayStand(window, lineStart - windowOffset) {
          guard isReady else { return nil }
          if let claim = claimedEnd, lineStart < claim, claim <= cut {
            guard isFinal || claim + MboxSplitter.lookaheadByteCount <= windowEnd else {
              return nil
            }
            claimedEnd = nil
            if separator.stands(window, nearEnd: claim - windowOffset, isFinal: isFinal) {
              (lineStart, searched, isUnescaped) = (claim, claim, true)
              (isAfterBlank, blankStart, isInHeader) = (true, nil, false)
              continue
            }
          }
          if let item = takeCandidate(window, windowOffset, file, &findings) { return item }
        } else if !isReady, windowEnd - lineStart < MessageSeparator.markByteCount {
          // Too short to tell whether a separator stands here.
          return nil
        }
        if startsWithHeader == nil {
          guard isReady else { return nil }
          startsWithHeader =
            separator == .envelope
            && HeaderLikeness(
              window, from: lineStart - windowOffset, skippingEmptyLines: true
            ).isMessage
        }
      }
      if !isInHeader { skipText(window, windowOffset, upTo: min(cut, windowEnd)) }
      let found = window.firstOffset(
        of: 0x0A, from: searched - windowOffset,
        to: min(window.count, max(cut + 1 - windowOffset, 0)))
      guard let feed = found else {
        searched = min(windowEnd, max(cut + 1, searched))
        if searched > cut { return overflow(at: cut, file, &findings) }
        break
      }
      step(window, windowOffset, pastLineFeedAt: feed + windowOffset)
      if lineStart > cut { return overflow(at: cut, file, &findings) }
    }
    guard isFinal, itemStart < windowEnd else { return nil }
    let item = finishedItem(endingAt: windowEnd)
    itemStart = windowEnd
    messageStart = windowEnd
    return item
  }

  /// Moves on over lines of text at which no envelope stands, to the last of them: nothing of the others is ever asked.
  ///
  /// - Parameter limit: Less than the lookahead before it no line is passed.
  private mutating func skipText(
    _ window: Span<UInt8>, _ windowOffset: Int, upTo limit: Int
  ) {
    guard separator == .envelope, searched == lineStart, startsWithHeader != nil else { return }
    let start = lineStart - windowOffset
    let end = limit - windowOffset - MboxSplitter.lookaheadByteCount
    guard start < end else { return }
    // A line may start right before the end, and its second byte lie behind it.
    let next = MboxSplitter.openings.firstLine(in: window, after: start, before: end + 1)
    guard let passed = window.lastLineStart(after: start, before: next ?? end) else { return }
    (lineStart, searched) = (passed + windowOffset, passed + windowOffset)
  }

  /// `Fr`, with which envelopes begin.
  private static let openings = LineOpenings((0x46, 0x72))

  /// Moves on to the line behind a line feed.
  private mutating func step(_ window: Span<UInt8>, _ windowOffset: Int, pastLineFeedAt feed: Int) {
    let size = feed - lineStart
    let isBlank = size == 0 || (size == 1 && window[feed - 1 - windowOffset] == 0x0D)
    if isInHeader {
      if isBlank {
        isInHeader = false
        if let contentLength, contentLength > 0 { claimedEnd = feed + 1 + contentLength }
      } else if size < 60, let stated = ContentLength.value(window, lineStart - windowOffset) {
        contentLength = stated
      }
    }
    isAfterBlank = isBlank
    blankStart = isBlank ? lineStart : nil
    lineStart = feed + 1
    searched = lineStart
  }

  /// Judges the line at `lineStart`, and ends the item before it where it separates.
  private mutating func takeCandidate(
    _ window: Span<UInt8>, _ windowOffset: Int, _ file: FileID, _ findings: inout [Finding]
  ) -> Item? {
    let start = lineStart - windowOffset
    let end = min(window.count, start + MboxSplitter.lookaheadByteCount)
    let next = window.nextLine(from: start, to: end)
    guard separator == .envelope else {
      return takeMark(window, windowOffset, next: next, end: end)
    }
    let line = window.lineContent(from: start, nextLine: next)
    let likeness = EnvelopeLine(window, in: line).likeness
    let header = HeaderLikeness(window.extracting(0..<end), from: next)
    guard isSeparator(likeness, header) else { return nil }
    let closed = closedItem()
    report(likeness, header, file, lineStart..<windowOffset + line.upperBound, &findings)
    if !isAfterBlank {
      separatorsAfterText += 1
    } else if lineStart > 0 {
      separatorsAfterBlank += 1
    }
    let lineStart = lineStart
    begin(
      itemAt: lineStart, envelope: lineStart..<(line.upperBound + windowOffset),
      messageAt: next + windowOffset)
    return closed
  }

  /// The item before `lineStart`; an item without bytes cannot be: only the very first separator closes nothing.
  private func closedItem() -> Item? {
    lineStart > itemStart ? finishedItem(endingAt: lineStart) : nil
  }

  private mutating func begin(itemAt start: Int, envelope: Range<Int>?, messageAt next: Int) {
    itemStart = start
    self.envelope = envelope
    messageStart = next
    (isOverflowing, startsWithHeader, isUnescaped) = (false, true, false)
    (lineStart, searched) = (next, next)
    (blankStart, isAfterBlank) = (nil, false)
    (isInHeader, contentLength, claimedEnd) = (true, nil, nil)
  }

  /// Ends the item before `lineStart` where a mark stands there.
  private mutating func takeMark(
    _ window: Span<UInt8>, _ windowOffset: Int, next: Int, end: Int
  ) -> Item? {
    let start = lineStart - windowOffset
    guard let mark = separator.mark(window, start, next: next, end: end) else { return nil }
    let closed = closedItem()
    begin(
      itemAt: lineStart,
      envelope: mark.envelope.map {
        $0.lowerBound + windowOffset..<$0.upperBound + windowOffset
      }, messageAt: mark.messageStart + windowOffset)
    claimedEnd = mark.byteCount.map { messageStart + $0 }
    return closed
  }

  private func isSeparator(_ likeness: EnvelopeLine.Likeness, _ header: HeaderLikeness) -> Bool {
    switch (isAfterBlank, likeness) {
    case (true, .certain): true
    case (true, .loose): header.fieldCount > 0
    case (true, .addressOnly): lineStart == 0 ? header.fieldCount > 0 : header.isMessage
    case (false, .certain): header.fieldCount > 0
    case (false, .loose): header.isMessage && separatorsAfterBlank == 0
    // Nothing but a message can open a file with a header behind a From line.
    case (true, .none): lineStart == 0 && header.isMessage
    case (false, .none), (false, .addressOnly): false
    }
  }

  private func report(
    _ likeness: EnvelopeLine.Likeness, _ header: HeaderLikeness, _ file: FileID,
    _ range: Range<Int>, _ findings: inout [Finding]
  ) {
    let reason: String
    if likeness < .certain {
      reason = "a separator whose envelope is no address and date"
    } else if header.fieldCount == 0 {
      reason = "a separator with no header field behind it"
    } else if !isAfterBlank, separatorsAfterBlank >= 20 * (separatorsAfterText + 1) {
      reason = "a separator with no empty line before it"
    } else {
      return
    }
    findings.append(
      Finding(
        .note, "separator-doubtful", at: SourceLocation(file: file, bytes: range), reason,
        hint: "if it is a line of the message before, `thresh show --raw` shows both"))
  }

  private mutating func overflow(
    at cut: Int, _ file: FileID, _ findings: inout [Finding]
  ) -> Item {
    if !isOverflowing {
      findings.append(
        Finding(
          .error, "message-too-long",
          at: SourceLocation(file: file, bytes: itemStart..<cut),
          "the message is longer than \(limits.messageByteCount) bytes; the rest was not read"))
    }
    let item = finishedItem(endingAt: cut, keepsBlankLine: true)
    itemStart = cut
    messageStart = cut
    envelope = nil
    isOverflowing = true
    return item
  }

  private func finishedItem(endingAt end: Int, keepsBlankLine: Bool = false) -> Item {
    let start = min(messageStart, end)
    // Behind an empty line may stand the beginning of one that was cut off.
    let blankStart = lineStart < end ? nil : self.blankStart
    let isEmptyMark = separator != .envelope && (start == end || start == blankStart)
    let isPreamble =
      envelope == nil && !isOverflowing && (startsWithHeader != true || isEmptyMark)
    let blank = keepsBlankLine || isPreamble ? nil : blankStart
    var item = Item(
      bytes: itemStart..<end, envelope: envelope, message: start..<max(start, blank ?? end),
      isPreamble: isPreamble, isOverflow: isOverflowing)
    item.isUnescaped = isUnescaped
    return item
  }
}
