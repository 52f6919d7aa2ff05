import Discussion
import TestSupport
import Testing

@testable import ArchiveStore

struct BlockCodingTests {
  private static var blocks: [Block] {
    var dice = Dice(seed: 7)
    var blocks: [Block] = []
    var start = 0
    for kind in Block.Kind.allCases + Block.Kind.allCases {
      let end = start + Int.random(in: 0..<100_000, using: &dice)
      var block = Block(
        kind, depth: Int.random(in: 0..<200, using: &dice), start: start, end: end,
        name: [nil, "", "Ada Example", "żółw 🐢"].randomElement(using: &dice) ?? nil)
      if end % 2 == 0 { block.of = PostID("k3v9q2m7xa5t") }
      blocks.append(block)
      start = end
    }
    return blocks
  }

  @Test func blocksComeBack() {
    #expect(BlockCoding.decode(BlockCoding.encode(Self.blocks)) == Self.blocks)
    #expect(BlockCoding.decode([]) == [] && BlockCoding.encode([]) == [])
  }

  @Test func aCutStringGivesTheBlocksBeforeTheCut() {
    let bytes = BlockCoding.encode(Self.blocks)
    for count in 0..<bytes.count {
      #expect(Self.blocks.starts(with: BlockCoding.decode(Array(bytes[..<count]))))
    }
  }

  @Test("noise is blocks or none and never a trap", arguments: 0..<50)
  func noiseIsNoTrap(seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    let bytes = (0..<300).map { _ in UInt8.random(in: 0...255, using: &dice) }
    #expect(BlockCoding.decode(bytes).count <= bytes.count)
  }

  private static let huge: [UInt8] = [0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f, 0, 0]

  @Test(
    "a number beyond all texts is no trap",
    arguments: [huge, [0, 0, 1] + huge[2..<10] + [0], huge + huge])
  func aHugeNumberIsNoTrap(bytes: [UInt8]) {
    #expect(BlockCoding.decode(bytes).count <= bytes.count)
  }

  @Test
  func manyHugeNumbersAreNoTrap() {
    let bytes = Array(repeating: Self.huge, count: 300).flatMap(\.self)
    #expect(BlockCoding.decode(bytes).count <= bytes.count)
  }
}

struct AttachmentCodingTests {
  @Test func attachmentsComeBack() {
    let attachments = [
      Attachment(name: "a b.pdf", type: "application/pdf", byteCount: 1_234),
      Attachment(name: nil, type: "image/png", byteCount: 0),
      Attachment(name: "", type: "", byteCount: 1),
      Attachment(name: "żółw", type: "x/y", byteCount: 2),
    ]
    #expect(AttachmentCoding.decode(AttachmentCoding.encode(attachments)) == attachments)
    #expect(AttachmentCoding.encode([]) == nil && AttachmentCoding.decode(nil) == [])
  }

  @Test func namesCannotAddAttachments() {
    let attachment = Attachment(name: "a\n9\tx/y\tb", type: "x\ty\nz", byteCount: 1)
    let decoded = AttachmentCoding.decode(AttachmentCoding.encode([attachment]))
    #expect(decoded == [Attachment(name: "a 9 x/y b", type: "x y z", byteCount: 1)])
  }
}

struct PersonIDTests {
  /// Computed apart from the code under test.
  @Test(
    "one address is one person, and so is one name without an address",
    arguments: [
      (Author(name: "Ada", address: "ada@example.org"), "p-jjf9k803zk"),
      (Author(name: "A. Example", address: "ADA@Example.org"), "p-jjf9k803zk"),
      (Author(name: "Ada  Example"), "p-hw0ah474z3"),
      (Author(name: "ada example", address: ""), "p-hw0ah474z3"),
      (Author(), nil), (Author(name: "", address: ""), nil),
      (Author(url: "https://example.org"), nil),
    ] as [(Author, String?)])
  func oneAddressIsOnePerson(author: Author, id: String?) {
    #expect(PersonID.of(author) == id)
  }
}

struct WordDistanceTests {
  @Test(
    "typing errors are counted",
    arguments: [
      ("amendment", "amendment", 0), ("amendmnt", "amendment", 1), ("amendmnet", "amendment", 1),
      ("abc", "axc", 1), ("abc", "", 3), ("", "", 0), ("ab", "ba", 1), ("żółw", "zolw", 3),
      ("kitten", "sitting", 3), ("ca", "abc", 3),
    ])
  func typingErrorsAreCounted(one: String, other: String, distance: Int) {
    let (left, right) = (Array(one.unicodeScalars), Array(other.unicodeScalars))
    #expect(Vocabulary.distance(left, right, limit: 9) == distance)
    #expect(Vocabulary.distance(right, left, limit: 9) == distance)
    for limit in 0..<3 {
      #expect((Vocabulary.distance(left, right, limit: limit) > limit) == (distance > limit))
    }
  }
}
