import ArchiveQuery
import ArchiveStore
import Ingest
import TestSupport
import Testing

struct ArchiveFileTests {
  @Test func nothingButTheOneFileIsLeftAfterAnImport() async throws {
    let folder = try ScratchFolder()
    let archive = try Archive(path: folder.path("lists.thresh"), create: true)
    #expect(archive.isNew)
    try await importAll([Sample.mbox], into: archive)
    #expect(try folder.names() == ["lists.thresh"])
    _ = try archive.search(.all, today: .someDay)
    try archive.close()
    #expect(try folder.names() == ["lists.thresh"])
  }

  @Test func nothingButTheOneFileIsLeftAfterAnImportThatStopped() async throws {
    let folder = try ScratchFolder()
    let archive = try Archive(path: folder.path("lists.thresh"), create: true)
    let session = try importSession(into: archive)
    for event in try await events(of: [Sample.mbox]) { try session.handle(event) }
    try archive.close()
    #expect(try folder.names() == ["lists.thresh"])
  }

  @Test func anArchiveIsTheSameWhenItIsOpenedAgain() async throws {
    let folder = try ScratchFolder()
    let first = try Archive(path: folder.path("lists.thresh"), create: true)
    try await importAll([Sample.mbox], into: first)
    let before = try jsonLines(of: first)
    try first.close()
    let second = try Archive(path: folder.path("lists.thresh"), create: false)
    #expect(!second.isNew)
    #expect(try jsonLines(of: second) == before)
    try second.close()
  }

  @Test func anArchiveThatIsNotThereIsAnError() throws {
    let path = try ScratchFolder().path("absent.thresh")
    #expect(throws: ArchiveError.notFound(path: path)) { try Archive(path: path, create: false) }
  }

  @Test(
    "a file that is none of ours is left as it is",
    arguments: ["", "SQLite format 3\u{0}", "From ada Mon Jan 16 08:00:00 2012\n"])
  func aFileThatIsNoneOfOursIsLeft(start: String) throws {
    let folder = try ScratchFolder()
    let content = Array(start.utf8) + noise(4_096)
    let path = try folder.write("other", content)
    #expect(throws: ArchiveError.notAnArchive(path: path)) { try Archive(path: path, create: true) }
    #expect(try bytes(ofFile: path) == content)
    #expect(try folder.names() == ["other"])
  }
}
