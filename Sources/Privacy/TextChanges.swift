internal import Discussion

/// Stretches of a text and what takes their place.
public struct TextChanges: Sendable, Hashable {
  /// One stretch.
  public struct Change: Sendable, Hashable {
    /// Where it lies, in Unicode scalars.
    public var range: Range<Int>
    /// What takes its place.
    public var replacement: String
  }

  /// The changes by place; none overlaps another.
  public private(set) var changes: [Change] = []
  /// How far text behind each change moves.
  private var shifts: [Int] = []

  /// Keeps the changes that overlap no earlier one.
  ///
  /// - Complexity: O(n log n).
  public init(_ changes: [Change]) {
    var end = 0
    for change in changes.sorted(by: { left, right in
      left.range.lowerBound != right.range.lowerBound
        ? left.range.lowerBound < right.range.lowerBound
        : left.range.upperBound > right.range.upperBound
    }) where change.range.lowerBound >= end && !change.range.isEmpty {
      self.changes.append(change)
      shifts.append(
        (shifts.last ?? 0) + change.replacement.unicodeScalars.count - change.range.count)
      end = change.range.upperBound
    }
  }

  /// The text with every stretch replaced.
  public func applied(to scalars: [Unicode.Scalar]) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(scalars.count + scalars.count / 8)
    func keep(_ range: Range<Int>) {
      for scalar in scalars[range] {
        if scalar.value < 0x80 {
          output.append(UInt8(scalar.value))
        } else {
          output.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
        }
      }
    }
    var start = 0
    for change in changes {
      keep(start..<change.range.lowerBound)
      output.append(contentsOf: change.replacement.utf8)
      start = change.range.upperBound
    }
    keep(start..<scalars.count)
    return String(decoding: output, as: UTF8.self)
  }

  /// Where an offset of the old text lies in the new one; what lay inside a stretch lies at its end.
  ///
  /// - Complexity: Logarithmic in the number of changes.
  public func moved(_ offset: Int) -> Int {
    // The first change that begins at the offset or behind it.
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return offset }
    let end = changes[low - 1].range.upperBound
    return max(offset, end) + shifts[low - 1]
  }
}

extension ArchivedPost {
  /// Replaces stretches of the text and moves blocks and reasons along.
  ///
  /// - Parameter find: What to replace in a text.
  /// - Parameter scrub: The same for a short text on one line, such as the words of a reason.
  mutating func rewrite(
    find: ([Unicode.Scalar]) -> TextChanges, scrub: (String) -> String
  ) {
    if let text = post.text {
      let scalars = Array(text.unicodeScalars)
      let changes = find(scalars)
      if !changes.changes.isEmpty {
        post.text = changes.applied(to: scalars)
        // Blocks come in order, and so one walk moves them all.
        for index in post.blocks.indices {
          post.blocks[index].start = changes.moved(post.blocks[index].start)
          post.blocks[index].end = changes.moved(post.blocks[index].end)
        }
        if var link {
          for index in link.reasons.indices {
            link.reasons[index].range = link.reasons[index].range.map {
              changes.moved($0.lowerBound)..<changes.moved($0.upperBound)
            }
          }
          self.link = link
        }
        if let range = addressee?.range {
          addressee?.range = changes.moved(range.lowerBound)..<changes.moved(range.upperBound)
        }
        moveAnnotations(changes)
      }
    }
    for index in post.blocks.indices {
      post.blocks[index].name = post.blocks[index].name.map(scrub)
    }
    if var link {
      for index in link.reasons.indices {
        link.reasons[index].detail = scrub(link.reasons[index].detail)
      }
      self.link = link
    }
    if let known = addressee {
      addressee?.name = scrub(known.name)
      addressee?.shown = known.shown.map(scrub)
    }
    if let known = fork { fork?.detail = scrub(known.detail) }
    for index in annotations.indices {
      annotations[index].note = annotations[index].note.map(scrub)
      annotations[index].evidence = annotations[index].evidence.map(scrub)
      // Where the span is not known in the text, its words are all there is to change.
      annotations[index].exact = annotations[index].exact.map(scrub)
      annotations[index].prefix = annotations[index].prefix.map(scrub)
      annotations[index].suffix = annotations[index].suffix.map(scrub)
    }
    post.subject = post.subject.map(scrub)
    for index in post.attachments.indices {
      post.attachments[index].name = post.attachments[index].name.map(scrub)
    }
  }

  /// Moves marks along with the words that they lie on, and takes those words from the new text.
  private mutating func moveAnnotations(_ changes: TextChanges) {
    guard !annotations.isEmpty, let text = post.text else { return }
    let scalars = Array(text.unicodeScalars)
    func words(_ range: Range<Int>) -> String {
      String(String.UnicodeScalarView(scalars[range.clamped(to: 0..<scalars.count)]))
    }
    for index in annotations.indices {
      guard let range = annotations[index].range else { continue }
      let start = changes.moved(range.lowerBound)
      let moved = start..<max(start, changes.moved(range.upperBound))
      annotations[index].range = moved
      annotations[index].exact = words(moved)
      annotations[index].prefix = words(max(0, moved.lowerBound - 32)..<moved.lowerBound)
      annotations[index].suffix = words(moved.upperBound..<(moved.upperBound + 32))
    }
  }
}
