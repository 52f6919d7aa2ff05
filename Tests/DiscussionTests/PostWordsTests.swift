import Discussion
import Testing

struct PostWordsTests {
  /// Blocks over pieces of text, in order.
  private func words(_ pieces: [(Block.Kind, String)]) -> PostWords {
    var blocks: [Block] = []
    var text = ""
    for (kind, piece) in pieces {
      let start = text.unicodeScalars.count
      text += piece
      blocks.append(Block(kind, start: start, end: text.unicodeScalars.count))
    }
    return PostWords(of: text, blocks: blocks)
  }

  @Test func eachKindOfBlockGoesWhereItBelongs() {
    let words = words([
      (.own, "own "), (.quote, "quote "), (.attribution, "attribution "), (.forward, "forward "),
      (.code, "code "), (.patch, "patch "), (.signature, "signature "), (.footer, "footer "),
      (.pgp, "pgp "),
    ])
    #expect(words.own == "own code patch ")
    #expect(words.quoted == "quote attribution forward ")
  }

  @Test(
    "offsets count scalars, whatever their bytes",
    arguments: ["ż", "日本", "🧶", "👩‍👩‍👧", "e\u{301}", "\u{feff}", "a"])
  func offsetsCountScalars(piece: String) {
    let words = words([(.own, piece), (.quote, piece + piece), (.own, "x" + piece)])
    #expect(words.own == piece + "x" + piece)
    #expect(words.quoted == piece + piece)
  }

  @Test func blocksThatReachBeyondTheTextTakeWhatIsThere() {
    let words = PostWords(
      of: "żó", blocks: [Block(.own, start: 0, end: 1), Block(.quote, start: 1, end: 99)])
    #expect(
      words
        == PostWords(
          of: "żó",
          blocks: [
            Block(.own, start: 0, end: 1), Block(.quote, start: 1, end: 2),
          ]))
    #expect(words.own == "ż" && words.quoted == "ó")
  }

  @Test func aPostWithoutTextHasNoWords() {
    let words = Post(id: PostID("k3v9q2m7xa5t"), kind: .missing).words
    #expect(words.own.isEmpty && words.quoted.isEmpty)
  }
}

struct CertaintyTests {
  @Test(
    "words stand for bounds of confidence",
    arguments: [
      (1.0, Certainty.certain), (0.95, .certain), (0.949_999, .likely), (0.6, .likely),
      (0.599_999, .guess), (0.0, .guess), (-1.0, .guess), (2.0, .certain),
      (Double.nan, .guess), (Double.infinity, .guess),
    ])
  func wordsStandForBounds(confidence: Double, certainty: Certainty) {
    #expect(Certainty(confidence: confidence) == certainty)
  }

  @Test func boundsTileAllConfidences() {
    for hundredths in -50...150 {
      let confidence = Double(hundredths) / 100
      let words = Certainty.allCases.filter { Certainty.bounds(of: $0).contains(confidence) }
      #expect(words.count == 1)
    }
  }

  @Test func aLinkSpeaksOfItsConfidence() {
    let link = ReplyLink(
      child: PostID("b"), parent: PostID("a"), reasons: [Evidence(.header, weight: 10, detail: "")],
      confidence: 0.82)
    #expect(link.certainty == .likely)
  }

  @Test func evidenceIsOrderedByStrength() {
    #expect(Evidence.Kind.manual < .header)
    #expect(Evidence.Kind.allCases.shuffled().sorted() == Evidence.Kind.allCases)
  }
}
