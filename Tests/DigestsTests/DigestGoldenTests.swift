import Digests
import Foundation
import Testing

@Suite struct DigestGoldenTests {
  @Test(arguments: DigestFormat.all.map(\.name), DigestLength.allCases)
  func rendersTheSampleAsItsGoldenSays(name: String, length: DigestLength) throws {
    let format = try #require(DigestFormat.named(name))
    let actual = format.render(SampleThreads.document(length))
    #expect(actual == format.render(SampleThreads.document(length)))
    // What a book is packed into depends on the version of zlib; see HostileDigestTests for what is inside.
    guard name != "epub" else { return }
    let file = "sample-\(length.rawValue).\(format.fileExtension)"
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/\(file)")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      try Data(actual).write(to: source)
      return
    }
    let golden = try Data(contentsOf: source)
    if golden != Data(actual) {
      let path = FileManager.default.temporaryDirectory.appendingPathComponent("actual-\(file)")
      try Data(actual).write(to: path)
      Issue.record("differs from \(file); what was rendered is in \(path.path)")
    }
  }
}
