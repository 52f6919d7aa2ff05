import Discussion
import TestSupport
import Testing

@testable import Ingest

struct InputFilesTests {
  private func names(_ path: String, below folder: ScratchFolder) throws -> [String] {
    try InputFiles.list(path).map { String($0.path.dropFirst(folder.path.count + 1)) }
  }

  @Test func filesOfAFolderComeByNameAndFoldersAfterThem() throws {
    let folder = try ScratchFolder()
    for name in ["b/2", "b/1", "a/x/deep", "z", "c"] { try folder.write(name, "text") }
    #expect(try names(folder.path, below: folder) == ["c", "z", "a/x/deep", "b/1", "b/2"])
  }

  @Test func pagesThatListOthersComeFirst() throws {
    let folder = try ScratchFolder()
    for name in ["000001.html", "thread.html", "a.html"] { try folder.write(name, "text") }
    #expect(try names(folder.path, below: folder) == ["thread.html", "000001.html", "a.html"])
  }

  @Test func hiddenFilesAndFoldersAreLeftOut() throws {
    let folder = try ScratchFolder()
    for name in [".hidden", ".git/config", "shown", "in/.DS_Store"] {
      try folder.write(name, "text")
    }
    #expect(try names(folder.path, below: folder) == ["shown"])
  }

  @Test func aHiddenFileThatIsNamedIsRead() throws {
    let folder = try ScratchFolder()
    let path = try folder.write(".mbox", "text")
    #expect(try InputFiles.list(path).map(\.path) == [path])
  }

  @Test func deliveriesInProgressOfAMaildirAreLeftOut() throws {
    let folder = try ScratchFolder()
    for name in ["cur/1:2,S", "new/2", "tmp/3", "other/tmp/4"] { try folder.write(name, "text") }
    #expect(try names(folder.path, below: folder) == ["cur/1:2,S", "new/2", "other/tmp/4"])
  }

  @Test func linksToFilesAreFollowedAndThoseToFoldersAreNot() throws {
    let folder = try ScratchFolder()
    try folder.write("real/file", "text")
    try folder.link("loop", to: folder.path)
    try folder.link("real/up", to: "..")
    try folder.link("self", to: folder.path("self"))
    try folder.link("dangling", to: folder.path("nowhere"))
    try folder.link("linked", to: folder.path("real/file"))
    #expect(try names(folder.path, below: folder) == ["linked", "real/file"])
  }

  @Test func aLinkedFolderThatIsNamedIsRead() throws {
    let folder = try ScratchFolder()
    try folder.write("real/file", "text")
    try folder.link("link", to: folder.path("real"))
    #expect(try names(folder.path("link"), below: folder) == ["link/file"])
  }

  @Test func aSlashAtTheEndOfAFolderIsNotDoubled() throws {
    let folder = try ScratchFolder()
    try folder.write("file", "text")
    #expect(try InputFiles.list(folder.path + "/").map(\.path) == [folder.path("file")])
  }

  @Test(
    "a path that is not there is an error that names it", arguments: ["absent", "absent/", "a/b"])
  func aMissingPathIsAnError(name: String) throws {
    let folder = try ScratchFolder()
    let path = folder.path(name)
    #expect(throws: InputError(path: path, message: "no such file or folder")) {
      try InputFiles.list(path)
    }
  }

  @Test func anEmptyFolderHasNoFiles() throws {
    let folder = try ScratchFolder()
    #expect(try InputFiles.list(folder.path).isEmpty)
  }

  @Test func aFileIsStampedWithItsSize() throws {
    let folder = try ScratchFolder()
    let file = try InputFiles.list(try folder.write("file", "four")).first
    #expect(file?.stamp.byteCount == 4)
    #expect((file?.stamp.modified ?? 0) > 1_600_000_000_000_000_000)
  }
}
