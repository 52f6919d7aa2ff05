import Discussion
import Foundation
import Ingest
import MailFormat
import Measuring
import Quotation
import SourceBytes

/// From bytes to posts, without a store: mbox files of the command line, or generated mail.
@main struct ParseMail {
  static func main() async throws {
    let paths = Array(CommandLine.arguments.dropFirst())
    var files = try paths.map { Array(try Data(contentsOf: URL(fileURLWithPath: $0))) }
    if files.isEmpty { files = [generated(messageCount: 20_000)] }
    let byteCount = files.reduce(0) { $0 + $1.count }
    print("\(files.count) files, \(byteCount) bytes, one core")
    measure("split", byteCount: byteCount) {
      files.reduce(0) { sum, file in sum + split(file) { _, _ in } }
    }
    measure("split, messages", byteCount: byteCount) {
      var sum = 0
      for file in files { _ = split(file) { sum += message(file, $0, $1).textParts.count } }
      return sum
    }
    measure("split, messages, blocks", byteCount: byteCount) {
      var sum = 0
      for file in files {
        _ = split(file) {
          for part in message(file, $0, $1).textParts where !part.isHTML {
            sum += BlockSplitter.blocks(of: part.content).count
          }
        }
      }
      return sum
    }
    guard !paths.isEmpty else { return }
    // All that import does before the store: copies compressed, words split, digests made.
    for _ in 0..<3 {
      let start = processorSeconds()
      var posts = 0
      try await ImportPipeline(options: ImportOptions(), width: 1).run(
        files: paths.flatMap { try InputFiles.list($0) }
      ) { event in
        if case .batch(let batch) = event { posts += batch.contributions.count }
      }
      let speed = Double(byteCount) / 1_000_000 / (processorSeconds() - start)
      print(
        "\("import pipeline".padding(toLength: 36, withPad: " ", startingAt: 0))",
        String(format: "%8.1f MB/s", speed), " (\(posts))")
    }
  }

  private static func split(
    _ file: [UInt8], _ body: (Range<Int>, Range<Int>?) -> Void
  ) -> Int {
    var splitter = MboxSplitter()
    var findings: [Finding] = []
    var count = 0
    while let item = splitter.next(
      in: file.span.extracting(count..<file.count), windowOffset: count, isFinal: true,
      file: FileID(""), findings: &findings)
    {
      count = item.bytes.upperBound
      if !item.isPreamble { body(item.message, item.envelope) }
    }
    return count
  }

  private static func message(
    _ file: [UInt8], _ range: Range<Int>, _ envelope: Range<Int>?
  ) -> MailMessage {
    var findings: [Finding] = []
    return MailMessage(
      parsing: file.span.extracting(range), envelope: envelope.map { Array(file[$0]) },
      from: SourceLocation(file: FileID(""), bytes: range), findings: &findings)
  }

  /// Mail of a list: half of the messages answer the one before and quote it.
  private static func generated(messageCount: Int) -> [UInt8] {
    let words = "the archive keeps every letter that was sent to a list and says where it came from"
      .split(separator: " ")
    var bytes: [UInt8] = []
    for number in 0..<messageCount {
      let lines = (0..<(5 + number % 20)).map { line in
        (0..<9).map { String(words[(number + line * 7 + $0 * 3) % words.count]) }
          .joined(separator: " ")
      }
      let isReply = number % 2 == 1
      let body =
        isReply
        ? ["On Tue, Person \(number % 50) wrote:"] + lines.map { "> " + $0 } + [""] + lines : lines
      bytes +=
        """
        From person\(number % 50)@example.org Tue Jan 17 10:00:00 2012
        From: Person \(number % 50) <person\(number % 50)@example.org>
        Date: Tue, 17 Jan 2012 10:00:00 +0100
        Subject: \(isReply ? "Re: " : "")letter \(number / 2)
        Message-ID: <\(number)@example.org>
        In-Reply-To: <\(number - 1)@example.org>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8

        \(body.joined(separator: "\n"))
        -- \("")
        Person \(number % 50)


        """.utf8
    }
    return bytes
  }
}
