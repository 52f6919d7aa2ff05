internal import SourceBytes

/// Finds out whether the messages that are attached to a message hold more than can be shown.
///
/// What an attached message holds is read when somebody asks for its parts (``MailStructure``). That it goes beyond the
/// limits there has to be said when the message is read first.
struct MessageNesting {
  /// An attached message that is still to be looked at.
  private struct Waiting {
    /// The bytes around it where they were encoded; nil where they are those of the outermost message.
    var decoded: [UInt8]?
    var range: Range<Int>
    /// How many messages stand around it.
    var level: Int
  }

  private let limits: ParseLimits
  private var waiting: [Waiting] = []
  private var partCount = 0
  /// How many bytes may be walked over yet.
  private var bytesLeft: Int
  private var isCut = false

  /// Whether messages inside a message go deeper, or have more parts in all, than the limits.
  ///
  /// What takes longer than eight times the message to find out is beyond them as well, unless the message is small.
  ///
  /// - Parameter tree: The parts of the message itself.
  /// - Complexity: O(1) for a message without attached ones; else O(n).
  static func isBeyond(_ limits: ParseLimits, _ bytes: Span<UInt8>, _ tree: MIMETree) -> Bool {
    var nesting = MessageNesting(limits: limits, bytesLeft: 8 * bytes.count + (32 << 20))
    nesting.add(tree, bytes, decoded: nil, level: 0)
    while !nesting.isCut, let next = nesting.waiting.popLast() {
      if let decoded = next.decoded {
        nesting.look(at: next, in: decoded.span)
      } else {
        nesting.look(at: next, in: bytes)
      }
    }
    return nesting.isCut
  }

  private init(limits: ParseLimits, bytesLeft: Int) {
    self.limits = limits
    self.bytesLeft = bytesLeft
  }

  private mutating func look(at message: Waiting, in bytes: Span<UInt8>) {
    guard message.level < limits.depth, partCount < limits.partCount, bytesLeft > 0 else {
      isCut = true
      return
    }
    let start = HeaderBlock.start(bytes, in: message.range)
    let tree = MIMETree(bytes, in: start..<message.range.upperBound, limits: limits)
    if tree.isCut { isCut = true }
    // Of what is no multipart the header alone was read.
    bytesLeft -=
      tree.parts[0].isMultipart ? message.range.count : tree.parts[0].header.bodyStart - start
    add(tree, bytes, decoded: message.decoded, level: message.level)
  }

  private mutating func add(
    _ tree: MIMETree, _ bytes: Span<UInt8>, decoded: [UInt8]?, level: Int
  ) {
    partCount += tree.parts.count
    for part in tree.parts
    where part.childCount == 0 && MailStructure.isMessage(part.type.value) {
      guard PartDecoder.isEncoded(part) else {
        guard HeaderBlock.hasField(bytes.extracting(part.body)) else { continue }
        waiting.append(Waiting(decoded: decoded, range: part.body, level: level + 1))
        continue
      }
      let content = PartDecoder.content(bytes, part)
      guard HeaderBlock.hasField(content.span) else { continue }
      waiting.append(Waiting(decoded: content, range: content.indices, level: level + 1))
    }
  }
}
