import Compression
import Testing

struct ZipWriterTests {
  private static func members(_ bytes: [UInt8]) throws -> [String: String] {
    var isRead = false
    let reader = try MemberReader {
      defer { isRead = true }
      return isRead ? [] : bytes
    }
    var members: [String: String] = [:]
    while let member = try reader.nextMember() {
      var content: [UInt8] = []
      while true {
        let piece = try reader.read()
        if piece.isEmpty { break }
        content += piece
      }
      members[member.path] = String(decoding: content, as: UTF8.self)
    }
    return members
  }

  @Test func sectionsStandInOrderWheneverTheyCome() throws {
    let content = PackedContent()
    var zip = ZipWriter()
    var bytes: [UInt8] = []
    var sources = ""
    for index in 0..<20_000 {
      let source = "source \(index) \(index * 7919 % 1013)\n"
      try content.append(Array(source.utf8), section: 1)
      sources += source
      if index % 1000 == 0 { bytes += zip.entry("\(index).txt", Array("text \(index)".utf8)) }
      if index % 5000 == 0 { try content.append(Array("set \(index)\n".utf8), section: 2) }
    }
    try content.append(Array("head\n".utf8), section: 0)
    try zip.entry("project", content) { bytes += $0 }
    bytes += zip.end()

    let members = try ZipWriterTests.members(bytes)
    #expect(members.count == 21)
    #expect(members["3000.txt"] == "text 3000")
    #expect(members["project"] == "head\n\(sources)set 0\nset 5000\nset 10000\nset 15000\n")
    #expect(bytes.count < 200_000)
  }

  @Test func contentMayBeEmpty() throws {
    let content = PackedContent()
    try content.append([], section: 3)
    var zip = ZipWriter()
    var bytes: [UInt8] = []
    try zip.entry("empty", content) { bytes += $0 }
    bytes += zip.entry("next", Array("words".utf8)) + zip.end()
    #expect(try ZipWriterTests.members(bytes) == ["empty": "", "next": "words"])
  }
}
