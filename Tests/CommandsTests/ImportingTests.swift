import ArgumentParser
import ArchiveStore
import Ingest
import TestSupport
import Testing

@testable import Commands

/// What one run of `thresh import` reads.
struct ImportingTests {
  @Test func anArchiveIsNoInputOfItsOwn() async throws {
    let folder = try ScratchFolder()
    let letter = Letter("a@example.org", day: 1, body: "A plan for everybody.\n")
    _ = try folder.write("plans.mbox", [letter].mbox)
    let file = folder.path + "/plans.thresh"
    let archive = try Archive(path: file, create: true)
    let global = try GlobalOptions.parse(["--quiet"])
    func reports(_ path: String) async throws -> [SourceReport] {
      try await Importing(paths: [path], options: ImportOptions(), global: global)
        .run(into: archive, showsProgress: false).reports
    }
    #expect(try await reports(folder.path).map(\.path) == [folder.path + "/plans.mbox"])
    #expect(try await reports(file).map(\.path) == [file])
  }
}
