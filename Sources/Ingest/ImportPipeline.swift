public import Discussion
internal import MailFormat
public import SourceBytes

/// Reads files and hands out what they hold, in the order of the input and in bounded memory.
public struct ImportPipeline: Sendable {
  /// How many bytes of a file may be looked at to judge what it is.
  public static let judgedByteCount = 1 << 19
  /// How many bytes behind the start of a message may decide whether it is one.
  public static let lookaheadByteCount = MboxSplitter.lookaheadByteCount

  /// How many bytes of work lie ahead at most, a single piece that is larger aside.
  private static let aheadByteCount = 24 << 20

  /// How many pieces of work are in flight at once.
  private let width: Int
  private let options: ImportOptions
  private let limits: ParseLimits

  /// A pipeline.
  ///
  /// - Parameter width: How many tasks parse at once; the outcome does not depend on it.
  public init(options: ImportOptions, limits: ParseLimits = ParseLimits(), width: Int) {
    self.options = options
    self.limits = limits
    self.width = max(1, width)
  }

  /// Reads `files` and delivers each step.
  ///
  /// - Parameter deliver: Called one step at a time, always in the same order for the same files.
  /// - Throws: What `deliver` throws. What is wrong with a file becomes a finding.
  public func run(
    files: [InputFile], deliver: (ImportEvent) async throws -> Void
  ) async throws {
    let cursor = InputCursor(files: files, options: options, limits: limits)
    var assembler = MemberAssembler(options: options, files: files)
    let reader = WorkItemReader(options: options, limits: limits, told: ToldForms())
    try await withThrowingTaskGroup(of: (Int, [ImportEvent]).self) { group in
      var started = 0
      var delivered = 0
      var waiting: [Int: [ImportEvent]] = [:]
      var byteCounts: [Int: Int] = [:]
      var byteCount = 0
      // Enough work lies ahead that nobody waits while a transaction is written, but never much of what is large.
      func fill() throws {
        while byteCounts.count < width * 3,
          byteCount < ImportPipeline.aheadByteCount || byteCounts.isEmpty
        {
          guard let item = try cursor.next() else { return }
          let index = started
          started += 1
          // Where nothing is to be done, a task would cost more than all else.
          if case .event(let event) = item {
            waiting[index] = [event]
            continue
          }
          byteCounts[index] = item.byteCount
          byteCount += item.byteCount
          group.addTask { @concurrent in
            (index, reader.events(of: item))
          }
        }
      }
      try fill()
      while true {
        while let ready = waiting.removeValue(forKey: delivered) {
          byteCount -= byteCounts.removeValue(forKey: delivered) ?? 0
          delivered += 1
          try fill()
          var rest = Array(ready.reversed())
          while let event = rest.popLast() {
            try await deliver(assembler.complete(consume event))
          }
        }
        guard let (index, events) = try await group.next() else { break }
        waiting[index] = events
      }
    }
  }
}
