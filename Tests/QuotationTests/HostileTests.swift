import Discussion
import Quotation
import Testing

/// Splitmix64, so that a failure can be repeated from its seed.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ value >> 30) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ value >> 27) &* 0x94d0_49bb_1331_11eb
    return value ^ value >> 31
  }
}

@Suite struct HostileTests {
  private static func expectTiles(_ text: String, _ comment: String) {
    let blocks = BlockSplitter.blocks(of: text)
    var end = 0
    var isTiled = true
    for block in blocks {
      isTiled = isTiled && block.start == end && block.end > block.start
      isTiled = isTiled && (block.depth == 0 || block.depth <= 100)
      end = block.end
    }
    #expect(isTiled && end == text.unicodeScalars.count, "\(comment)")
  }

  private static let pieces = [
    "> ", ">", ">> ", "AB> ", "Ada wrote:\n", "On 5 Jan 2012 10:12, Ada <a@example.org> wrote:\n",
    "\n", "\n\n",
    "words and words ", "é", "漢字", "\u{a0}", "-- \n", "--\n", "-----Original Message-----\n",
    "From: Ada\n",
    "Sent: today\nTo: Ben\n", "Subject: x\n", "_____________________\n", "a mailing list\n",
    "```\n", "    x = f(y);\n",
    "-----BEGIN PGP SIGNED MESSAGE-----\n", "-----BEGIN PGP SIGNATURE-----\n",
    "-----END PGP SIGNATURE-----\n",
    "diff --git a/b b/b\n", "--- a\n+++ b\n", "@@ -1,9 +1,9 @@\n", "+x\n", "-x\n", " x\n", "| ",
    ": ", "\t", "PS x\n",
    "-------------- next part --------------\n", "URL: <x>\n", "Cheers,\n", "Sent from my x\n",
    "1c2\n< a\n---\n> b\n",
    "wrote:\n", "---------- Forwarded message ----------\n", "---- End forwarded message ----\n",
    ">>> x = 1\n", "写道：\n",
    "<<<<<<< x\n", ">>>>>>> y\n", " a.c | 2 +-\n", " 1 file changed\n", "\u{301}", "\u{0}",
  ]

  /// Scalars of one to four bytes, at every place of a line.
  @Test(arguments: 0..<60) func blocksStartWhereTheirLinesDo(_ seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    var text = ""
    var starts: [Int] = []
    for line in 0..<20 {
      starts.append(text.unicodeScalars.count)
      text += line.isMultiple(of: 2) ? "> " : ""
      for _ in 0...Int.random(in: 0..<40, using: &generator) {
        text += ["a", "ß", "漢", "𝔸", "b", "c"].randomElement(using: &generator) ?? ""
      }
      text += ".\n"
    }
    #expect(BlockSplitter.blocks(of: text).map(\.start) == starts)
  }

  @Test(arguments: 0..<300) func anyTextEndsTiled(_ seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    var text = ""
    for _ in 0..<Int.random(in: 1...80, using: &generator) {
      text += Self.pieces.randomElement(using: &generator) ?? ""
    }
    Self.expectTiles(text, "seed \(seed)")
  }

  @Test func aMegabyteOfMarksIsOneQuotation() {
    let text = String(repeating: ">", count: 1 << 20)
    Self.expectTiles(text, "marks")
    #expect(BlockSplitter.blocks(of: text).first?.depth ?? 0 <= 100)
  }

  @Test func aHundredThousandLinesOfAlternatingDepthStayLinear() {
    var text = ""
    for line in 0..<100_000 { text += (line % 2 == 0 ? "> a" : ">> b") + "\n" }
    let clock = ContinuousClock()
    let time = clock.measure { Self.expectTiles(text, "alternating") }
    #expect(BlockSplitter.blocks(of: text).count == 100_000)
    #expect(time < .seconds(10))
  }

  @Test(arguments: pieces) func everyPieceRepeatedStaysLinear(_ piece: String) {
    let text = String(repeating: piece, count: 200_000 / max(1, piece.utf8.count))
    let clock = ContinuousClock()
    let time = clock.measure { Self.expectTiles(text, piece) }
    #expect(time < .seconds(5))
  }

  @Test(arguments: [
    "Ada:\n", "a@b wrote\n", "- \n", "x:y ", "<", "<a@b", "(", "\"", "|\n", "¡ ",
    " On 5 Jan 2012 10:12, Ada <a@example.org> wrote:\n",
    "-----Original Message-----\nFrom: a\n\nx\n",
  ])
  func oneSortOfLineStaysLinear(_ piece: String) {
    let text = String(repeating: piece, count: 300_000 / piece.utf8.count)
    let clock = ContinuousClock()
    let time = clock.measure { Self.expectTiles(text, piece) }
    #expect(time < .seconds(5))
  }
}
