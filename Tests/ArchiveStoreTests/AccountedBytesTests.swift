import Testing

@testable import ArchiveStore

@Suite struct AccountedBytesTests {
  @Test func countsRangesThatPostsShareOnce() {
    var bytes = AccountedBytes()
    bytes.add(0..<10, isWritten: true)
    bytes.add(0..<10, isWritten: true)
    bytes.add(12..<20, isWritten: true)
    bytes.add(10..<12)
    #expect(bytes.byteCount == 20)
  }

  @Test func leavesRangesThatOverlapToTheTables() {
    var bytes = AccountedBytes()
    bytes.add(0..<10, isWritten: true)
    bytes.add(5..<12, isWritten: true)
    #expect(bytes.byteCount == nil)
  }

  @Test func leavesPostsWithoutARowToTheTables() {
    var bytes = AccountedBytes()
    bytes.add(0..<10, isWritten: false)
    #expect(bytes.byteCount == nil)
  }
}
