import Foundation
import Testing

@Suite struct FixtureTests {
  /// Whole messages as marked text, in files of their own.
  @Test func fixturesSplitAsMarked() throws {
    let folder = try #require(Bundle.module.resourceURL).appending(path: "Fixtures")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil
    )
    .filter { $0.pathExtension == "marked" }
    .sorted { $0.path < $1.path }
    try #require(!files.isEmpty)
    for file in files {
      let text = try String(contentsOf: file, encoding: .utf8)
      let expected = text.hasSuffix("\n") ? String(text.dropLast()) : text
      #expect(marked(MarkedText(expected).text) == expected, "\(file.lastPathComponent)")
    }
  }
}
