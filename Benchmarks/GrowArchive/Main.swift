import ArchiveStore
import Foundation
import Ingest
import MadeUpMail
import Measuring
import SourceBytes

// How archives grow: made-up mail is imported, and then one message more.
//
// usage: grow-archive [--without-headers] [COUNT...]        100000 and 1000000 where none is given
//
// For each COUNT: processor time a post of reading (parsing, writing and indexing it) and of threading (all that happens when
// an import ends), both again for one message more, and the most memory so far. Nothing says what answers what with
// --without-headers, but the texts.

@main enum GrowArchive {
  static func main() async throws {
    let given = CommandLine.arguments.dropFirst()
    let hasReplyHeaders = !given.contains("--without-headers")
    let counts = given.compactMap { Int($0) }
    for count in counts.isEmpty ? [100_000, 1_000_000] : counts {
      try await grow(to: count, hasReplyHeaders: hasReplyHeaders)
    }
  }

  private static func grow(to count: Int, hasReplyHeaders: Bool) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("grow-archive-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let list = folder.appendingPathComponent("list.mbox")
    try Data().write(to: list)
    let file = try FileHandle(forWritingTo: list)
    var discussions = Discussions(seed: 7)
    var text = ""
    for number in 0..<count {
      // Made first: a message that is an argument would be made from a copy of all that is kept.
      let message = discussions.next(number)
      text += discussions.entry(message, hasReplyHeaders: hasReplyHeaders)
      guard text.utf8.count > 1 << 20 || number == count - 1 else { continue }
      try file.write(contentsOf: Data(text.utf8))
      text = ""
    }
    try file.close()
    let archive = try Archive(path: folder.appendingPathComponent("list.thresh").path, create: true)
    try await measure("\(count) posts", of: count) {
      try await read(list.path, into: archive)
    }
    let more = folder.appendingPathComponent("more.mbox")
    try Data(
      discussions.entry(discussions.next(count), hasReplyHeaders: hasReplyHeaders).utf8
    ).write(to: more)
    try await measure("one more", of: 1) { try await read(more.path, into: archive) }
    try archive.close()
  }

  /// - Returns: When reading ended, in seconds of the processor.
  private static func read(_ path: String, into archive: Archive) async throws -> Double {
    let session = try ImportSession(into: archive, began: "2026-01-01T00:00:00Z") { _ in nil }
    try await ImportPipeline(options: ImportOptions(), width: 2)
      .run(files: try InputFiles.list(path)) { event in try session.handle(event) }
    let end = processorSeconds()
    try session.finish()
    return end
  }

  private static func measure(
    _ name: String, of count: Int, _ work: () async throws -> Double
  ) async throws {
    let start = processorSeconds()
    let middle = try await work()
    let end = processorSeconds()
    let label = name.padding(toLength: 16, withPad: " ", startingAt: 0)
    print(
      label
        + String(
          format:
            "reading %9.2f s, %6.1f µs a post   threading %8.2f s, %6.1f µs a post   %6.0f MB at most",
          middle - start, (middle - start) * 1e6 / Double(count), end - middle,
          (end - middle) * 1e6 / Double(count), peakMegabytes()))
  }
}
