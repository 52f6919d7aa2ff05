import Discussion
import Quotation
import Testing

@Suite struct SmokeTests {
  @Test func blocksTile() {
    let blocks = BlockSplitter.blocks(of: "Hello\n\nOn Mon, Ada wrote:\n> Hi\n")
    #expect(blocks.map(\.kind) == [.own, .attribution, .quote])
  }
}
