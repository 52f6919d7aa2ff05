import Foundation
import FuzzTargets
import Testing

/// Inputs on which a target failed once, and inputs that lead the fuzzer into its corners.
struct FailCaseTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fuzzing/FailCases")

  @Test(arguments: FuzzTarget.all.map(\.name))
  func survivesWhatItFailedOn(name: String) throws {
    let target = try #require(FuzzTarget.all.first { $0.name == name })
    target.run([])
    let cases = Self.folder.appending(path: name)
    for file in (try? FileManager.default.contentsOfDirectory(atPath: cases.path)) ?? [] {
      target.run(Array(try Data(contentsOf: cases.appending(path: file))))
    }
  }

  @Test func everyFolderBelongsToATarget() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
      .filter { !$0.hasPrefix(".") }
    #expect(Set(folders).isSubset(of: FuzzTarget.all.map(\.name)))
  }
}
