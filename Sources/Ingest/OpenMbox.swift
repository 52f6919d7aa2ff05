internal import Discussion
internal import MailFormat
internal import SourceBytes

/// An mbox that is being read: a window that slides through it.
struct OpenMbox {
  /// How much is handed out at once.
  private static let batchByteCount = 1 << 20
  private static let batchMessageCount = 400
  /// What counts as large, where memory is given back at once.
  private static let largeByteCount = 4 << 20

  let stream: MemberStream
  let context: MemberContext
  var splitter: MboxSplitter
  let dialect: MboxDialect?
  let format: String
  /// Where what was not read before begins; items in front of it are passed over.
  var newStart = 0
  private var window: [UInt8] = []
  /// Whether a message was found, be it one that was read before.
  private(set) var hasMessages = false
  /// Where the window starts in the mbox.
  private(set) var windowOffset = 0
  private var isFinal = false

  init(
    stream: MemberStream, context: MemberContext, splitter: MboxSplitter, dialect: MboxDialect?,
    format: String
  ) {
    self.stream = stream
    self.context = context
    self.splitter = splitter
    self.dialect = dialect
    self.format = format
  }

  /// Cuts messages out of the window until a batch is full or the mbox ends.
  mutating func next() -> (work: [WorkItem], isAtEnd: Bool) {
    var messages: [RawMessage] = []
    var other = ImportBatch()
    var byteCount = 0
    var consumed = 0
    var isAtEnd = false
    var splitter = splitter
    while byteCount < OpenMbox.batchByteCount, messages.count < OpenMbox.batchMessageCount {
      let item = splitter.next(
        in: window.span, windowOffset: windowOffset, isFinal: isFinal, file: context.file,
        findings: &other.findings)
      guard let item else {
        isAtEnd = isFinal
        if isAtEnd { break }
        pass(consumed)
        consumed = 0
        fill()
        continue
      }
      let start = consumed
      consumed = item.bytes.upperBound - windowOffset
      if !item.isPreamble, !item.isOverflow { hasMessages = true }
      guard item.bytes.upperBound > newStart else { continue }
      byteCount += item.bytes.count
      if item.isPreamble || item.isOverflow {
        other.extents.append(Extent(item.bytes, item.isOverflow ? .finding : .separator))
        continue
      }
      var message = RawMessage(
        extent: item.bytes, envelope: item.envelope.map(bytes), bytes: [],
        isUnescaped: item.isUnescaped)
      if consumed - start > OpenMbox.largeByteCount {
        message.bytes = take(item.message, passing: consumed)
        consumed = 0
      } else {
        message.bytes = bytes(item.message)
      }
      messages.append(message)
    }
    self.splitter = splitter
    pass(consumed)
    other.findings.removeAll { $0.location.bytes.lowerBound < newStart }
    var work: [WorkItem] = []
    if other != ImportBatch() { work.append(.event(.batch(other))) }
    if !messages.isEmpty {
      work.append(.messages(messages, context: context, dialect: dialect, format: format))
    }
    return (work, isAtEnd)
  }

  private func bytes(_ range: Range<Int>) -> [UInt8] {
    Array(window[(range.lowerBound - windowOffset)..<(range.upperBound - windowOffset)])
  }

  private mutating func fill() {
    let chunk = stream.fill(upTo: 1)
    stream.take(chunk.count)
    window.reserveCapacity(adding: chunk.count)
    window.append(contentsOf: chunk)
    isFinal = chunk.isEmpty
  }

  /// Goes on behind bytes that are not needed any more.
  private mutating func pass(_ byteCount: Int) {
    if byteCount > OpenMbox.largeByteCount {
      // A window that was emptied would keep its memory.
      window = Array(window[byteCount...])
    } else {
      window.removeSubrange(0..<byteCount)
    }
    windowOffset += byteCount
  }

  /// Takes a large message out of the window without copying it, and goes on behind `byteCount` bytes.
  private mutating func take(_ message: Range<Int>, passing byteCount: Int) -> [UInt8] {
    var bytes = window
    window = Array(bytes[byteCount...])
    bytes.removeSubrange((message.upperBound - windowOffset)...)
    bytes.removeSubrange(..<(message.lowerBound - windowOffset))
    windowOffset += byteCount
    return bytes
  }
}
