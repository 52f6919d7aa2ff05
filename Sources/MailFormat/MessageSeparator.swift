internal import SourceBytes

/// What stands between the messages of a file.
public enum MessageSeparator: String, Sendable, Hashable, CaseIterable {
  /// Lines `From ADDRESS DATE`, in every form of mbox.
  case envelope
  /// Lines of four bytes 0x01 before and behind each message: MMDF, and what SCO's mail programs wrote.
  case mmdf
  /// A line of fifty or more equals signs above a header: the monthly logs of LISTSERV, and Majordomo's in its manner.
  case ruler
  /// `------- CUT --- CUT …` and `------- THIS IS A RFC934 COMPLIANT DIGEST …`: the monthly logs of Sympa.
  case cut
  /// `#! rnews BYTES`: batches of news articles (RFC 1036, section 4.3).
  case rnews
  /// Bytes 0x1F and 0x0C above a line of labels: BABYL, the mailboxes of Emacs' Rmail before 2009.
  case babyl

  /// How many bytes of a line tell whether ``mayStand(_:_:)`` holds.
  static let markByteCount = 12

  /// What a mark tells, as offsets in the window.
  struct Mark {
    /// An envelope line that stands below the mark.
    var envelope: Range<Int>?
    var messageStart: Int
    /// How many bytes the message is said to have.
    var byteCount: Int?
  }

  /// The separator of a file that begins with `head`; nil where it is no file of several messages.
  ///
  /// An mbox is told by ``EnvelopeLine`` elsewhere.
  public init?(openingFile head: Span<UInt8>) {
    if head.hasBytes("BABYL OPTIONS:", at: 0) {
      self = .babyl
      return
    }
    var start = 0
    // Sympa writes a line of its own above the first mark.
    for _ in 0..<8 where start < head.count {
      let next = head.nextLine(from: start, to: head.count)
      for separator in [MessageSeparator.mmdf, .ruler, .cut, .rnews]
      where separator.mayStand(head, start)
        && separator.mark(head, start, next: next, end: head.count) != nil
      {
        self = separator
        return
      }
      let line = head.trimmed(start..<next)
      guard line.isEmpty || head.hasBytes("This digest for list has been created", at: start)
      else { return nil }
      start = next
    }
    return nil
  }

  /// Whether the first bytes of a line are those of a separator.
  func mayStand(_ window: Span<UInt8>, _ offset: Int) -> Bool {
    switch self {
    case .envelope: window[offset] == 0x46 && window.hasBytes("From ", at: offset)
    case .mmdf: window[offset] == 0x01 && window.hasBytes([1, 1, 1, 1], at: offset)
    case .ruler: window[offset] == 0x3D && window.hasBytes("============", at: offset)
    case .cut: window[offset] == 0x2D && window.hasBytes("------- ", at: offset)
    case .rnews: window[offset] == 0x23 && window.hasBytes("#! rnews ", at: offset)
    case .babyl: window[offset] == 0x1F
    }
  }

  /// Reads the line at `start`; nil where it separates nothing.
  ///
  /// - Parameters:
  ///   - next: Where the line behind it starts.
  ///   - end: How far may be looked.
  func mark(_ window: Span<UInt8>, _ start: Int, next: Int, end: Int) -> Mark? {
    let line = window.trimmed(start..<next)
    switch self {
    case .envelope: return nil
    case .mmdf:
      guard line.count == 4 else { return nil }
      return MessageSeparator.behindEnvelope(window, next, end)
    case .ruler:
      guard line.count >= 50, line.allSatisfy({ window[$0] == 0x3D }),
        HeaderLikeness(window.extracting(0..<end), from: next).isMessage
      else { return nil }
      return Mark(messageStart: next)
    case .cut:
      guard
        window.hasBytes("------- CUT --- CUT", at: start)
          || window.hasBytes("------- THIS IS A RFC934", at: start)
      else { return nil }
      var messageStart = next
      while messageStart < end, window[messageStart] == 0x0A || window[messageStart] == 0x0D {
        messageStart += 1
      }
      // The last mark of a file closes; one that somebody quotes has no header behind it.
      guard
        messageStart == window.count
          || HeaderLikeness(window.extracting(0..<end), from: messageStart).fieldCount > 0
      else { return nil }
      return MessageSeparator.behindEnvelope(window, messageStart, end)
    case .rnews:
      var index = line.lowerBound + 9
      var byteCount = 0
      while index < line.upperBound, index < line.lowerBound + 19, window[index].isASCIIDigit {
        byteCount = byteCount * 10 + Int(window[index] - 0x30)
        index += 1
      }
      guard index == line.upperBound, byteCount > 0 else { return nil }
      return Mark(messageStart: next, byteCount: byteCount)
    case .babyl:
      // The form feed stands on the line of the mark or on the next one, a line of labels below.
      var labels = next
      if labels < end, window[labels] == 0x0C { labels = window.nextLine(from: labels, to: end) }
      let messageStart = window.nextLine(from: labels, to: end)
      if labels + 1 < end, window[labels] == 0x30 || window[labels] == 0x31,
        window[labels + 1] == 0x2C
      {
        return Mark(messageStart: messageStart)
      }
      return labels == window.count ? Mark(messageStart: labels) : nil
    }
  }

  /// Whether a message may end at `end` of the window: another separator stands there, or the file ends.
  func stands(_ window: Span<UInt8>, nearEnd end: Int, isFinal: Bool) -> Bool {
    guard end <= window.count else { return false }
    // A line feed that the length does not count, and an empty line.
    var start = end
    while start < window.count, start < end + 4, window[start] == 0x0A || window[start] == 0x0D {
      start += 1
    }
    if start == window.count { return isFinal }
    // The length must reach to the end of a line.
    guard start > end || window[end - 1] == 0x0A, mayStand(window, start) else { return false }
    let limit = min(window.count, start + MboxSplitter.lookaheadByteCount)
    let next = window.nextLine(from: start, to: limit)
    guard self == .envelope else { return mark(window, start, next: next, end: limit) != nil }
    let line = window.lineContent(from: start, nextLine: next)
    return EnvelopeLine(window, in: line).likeness >= .addressOnly
      && HeaderLikeness(window.extracting(0..<limit), from: next).fieldCount > 0
  }

  private static func behindEnvelope(_ window: Span<UInt8>, _ start: Int, _ end: Int) -> Mark {
    guard window.hasBytes("From ", at: start) else { return Mark(messageStart: start) }
    let next = window.nextLine(from: start, to: end)
    let line = window.lineContent(from: start, nextLine: next)
    guard EnvelopeLine(window, in: line).likeness >= .loose else {
      return Mark(messageStart: start)
    }
    return Mark(envelope: line, messageStart: next)
  }
}

/// The field in which System V's mail programs state how long a body is.
enum ContentLength {
  /// The number of bytes that the header line at `start` states; nil where it is another line or no number.
  static func value(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    guard bytes[start] | 0x20 == 0x63, bytes.hasBytesIgnoringCase("content-length:", at: start)
    else { return nil }
    var index = start + 15
    while index < bytes.count, bytes[index].isBlank { index += 1 }
    var value = 0
    var digitCount = 0
    while index < bytes.count, digitCount < 10, bytes[index].isASCIIDigit {
      value = value * 10 + Int(bytes[index] - 0x30)
      digitCount += 1
      index += 1
    }
    let isWhole = index == bytes.count || bytes[index].isASCIIWhitespace
    return digitCount > 0 && isWhole ? value : nil
  }
}
