import Foundation
import HTMLArchive
import SourceBytes
import Testing

/// Every page in `Fixtures` reads as the golden file beside it says, with either kind of line end.
@Suite struct FixtureGoldenTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures")

  static let pages: [String] = {
    let all =
      FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return all.filter { $0.contains(".") && !$0.hasSuffix(".golden") && !$0.hasSuffix(".actual") }
      .sorted()
  }()

  @Test(arguments: pages)
  func readsAsItsGoldenSays(page: String) throws {
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appendingPathComponent(page)))
    let reading = PageReader.read(
      bytes, at: SourceLocation(file: FileID(page), bytes: 0..<bytes.count))
    let actual = GoldenText.text(of: reading)
    let golden = Self.folder.appendingPathComponent(page + ".golden")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] != nil {
      try actual.write(to: golden, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: golden, encoding: .utf8)
    #expect(actual == expected)

    var dosBytes: [UInt8] = []
    for byte in bytes {
      if byte == 0x0A { dosBytes.append(0x0D) }
      dosBytes.append(byte)
    }
    let dosReading = PageReader.read(
      dosBytes, at: SourceLocation(file: FileID(page), bytes: 0..<bytes.count))
    #expect(GoldenText.text(of: dosReading) == expected)
  }

  @Test func thereAreFixtures() {
    #expect(Self.pages.count >= 10)
  }
}

/// A reading as lines that a person can review.
enum GoldenText {
  static func text(of reading: PageReading?) -> String {
    guard let reading else { return "not recognised\n" }
    var lines = [
      "producer: \(reading.producer) (\(reading.venueKind.rawValue), \(reading.charset))"
    ]
    if reading.isIndex { lines.append("index") }
    if let name = reading.siteName { lines.append("site: \(name)") }
    if let url = reading.canonicalURL { lines.append("canonical: \(url)") }
    for link in reading.linkedPages { lines.append("links: \(link)") }
    for identity in reading.identities {
      lines.append("id of \(identity.href): \(identity.messageID)")
    }
    for relation in reading.relations {
      lines.append("\(relation.child) answers \(relation.parent), \(relation.detail)")
    }
    for finding in reading.findings {
      lines.append("finding: \(finding.severity.rawValue) \(finding.code): \(finding.message)")
    }
    for entry in reading.entries { lines += ["", describe(entry), entry.text] }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func describe(_ entry: PageEntry) -> String {
    var lines = ["--- \(entry.kind.rawValue) \(entry.key ?? "") \(entry.status.rawValue)"]
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { lines.append("\(name): \(value)") }
    }
    add("author", entry.authorName)
    add("address", entry.authorAddress)
    add("page", entry.authorURL)
    if entry.isByArticleAuthor { lines.append("by the article's author") }
    add("date", entry.date.map { "\($0.iso8601) (\($0.precision.rawValue))" })
    add("written", entry.dateAsWritten)
    add("subject", entry.subject)
    add("id", entry.messageID)
    add("own id or parent's", entry.ambiguousID)
    add("in reply to", entry.inReplyTo.joined(separator: " "))
    add("references", entry.references.joined(separator: " "))
    add(
      "parent", entry.parent.map { "\($0), \(entry.parentDetail)\(entry.parentIsGuess ? "?" : "")" }
    )
    add("parent in another file", entry.siblingParent.map { "\($0)" })
    add("ordinal", entry.ordinal.map(String.init))
    add("permalink", entry.permalink)
    for file in entry.attachments { lines.append("attached: \(file.name ?? "-") \(file.type)") }
    lines.append("---")
    return lines.joined(separator: "\n")
  }
}
