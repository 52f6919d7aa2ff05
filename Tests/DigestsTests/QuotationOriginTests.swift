import Discussion
import Testing

@testable import Digests

@Suite struct QuotationOriginTests {
  private static func body(_ id: String, _ blocks: [(Block.Kind, String)]) -> PostBody {
    var post = Post(id: PostID(id), kind: .message)
    post.author = Author(name: "Ada Example")
    var text = ""
    for (kind, part) in blocks {
      let start = text.unicodeScalars.count
      text += part
      post.blocks.append(
        Block(kind, depth: kind == .quote ? 1 : 0, start: start, end: text.unicodeScalars.count))
    }
    post.text = text
    return PostBody(post)
  }

  @Test func aQuotationBelongsToWhoeverWroteItsWordsFirst() {
    let bodies = [
      Self.body("a", [(.own, "Tools that forty people use have nobody who pays for them.\n")]),
      Self.body(
        "b",
        [
          (.quote, "> Tools that forty people use have nobody who pays\n"),
          (.own, "That is only half of the story, as the figures of last year show.\n"),
        ]),
      // Answers the second and quotes the first through it; and a quotation from elsewhere.
      Self.body(
        "c",
        [
          (.quote, "> forty people use have nobody who pays for them.\n"), (.own, "Quite so.\n"),
          (.quote, "> Words that nobody in this thread ever wrote down.\n"), (.own, "Nor this.\n"),
        ]),
      // Too short for a run of words, and said by the post that it answers.
      Self.body("d", [(.quote, "> Quite so.\n"), (.own, "I doubt it very much.\n")]),
    ]
    let words = ThreadWords(bodies, parents: [nil, 0, 1, 2], ages: [0, 1, 2, 3])
    #expect(words.origins == [[:], [0: 0], [0: 0], [0: 2]])
    #expect(words.quotedCounts == [ThreadWords.Place(post: 0, unit: 0): 2])
  }

  @Test(arguments: [
    ("Ada", true), ("Best regards,\nAda", true), ("A. Example", true),
    ("Ada Lovelace wrote that.", false),
    ("Thank you", true),
  ])
  func namesUnderLettersAreLeftOut(end: String, isLeftOut: Bool) {
    let plain = Self.body("a", [(.own, "The first sentence says what there is to say.\n")])
    let signed = Self.body(
      "a", [(.own, "The first sentence says what there is to say.\n\n\(end)\n")])
    #expect((signed.wordCount == plain.wordCount) == isLeftOut)
  }
}
