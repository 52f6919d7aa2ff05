import Discussion
import Testing

@testable import Arguments

struct UnitTests {
  private func units(_ text: String, blocks: [Block] = []) -> [ArgumentUnit] {
    ArgumentReader().read(text, blocks: blocks).units
  }

  @Test(
    "sentences end where a reader would end them",
    arguments: [
      ("One two. Three four.", ["One two.", "Three four."]),
      ("See Dr. Smith, e.g. on fees. He knows.", ["See Dr. Smith, e.g. on fees.", "He knows."]),
      ("Really?! \"Yes.\" Good.", ["Really?!", "\"Yes.\"", "Good."]),
      ("It costs 3.5 per cent. That is all", ["It costs 3.5 per cent.", "That is all"]),
      ("- one thing\n- another thing", ["one thing", "another thing"]),
      ("A heading\n\nA line\nthat goes on.", ["A heading", "A line\nthat goes on."]),
      ("これは安い。あれは高い。", ["これは安い。", "あれは高い。"]),
      ("", []), ("...", []), ("   \n\n", []),
    ])
  func endWhereAReaderWouldEndThem(text: String, sentences: [String]) {
    #expect(units(text).map(\.exact) == sentences)
  }

  @Test func offsetsCountScalars() {
    let text = "Żółw 🐢 śpi. Agreed, it’s late."
    let scalars = Array(text.unicodeScalars)
    for unit in units(text) {
      let cut = String(String.UnicodeScalarView(scalars[unit.start..<unit.end]))
      #expect(cut == unit.exact)
    }
    #expect(units(text).count == 2)
  }

  @Test func onlyOwnWordsAreRead() {
    let text = "> It is dear.\nIt is cheap.\n"
    let blocks = [
      Block(.quote, depth: 1, start: 0, end: 14), Block(.own, start: 14, end: text.count),
    ]
    #expect(units(text, blocks: blocks).map(\.exact) == ["It is cheap."])
    #expect(units(text, blocks: blocks).first?.start == 14)
  }

  @Test(
    "cues give roles",
    arguments: [
      ("Does the platform keep the addresses?", ArgumentRole.question),
      ("Thanks for posting this!", .appreciation),
      ("¿Quién paga la cuenta?", .question),
    ])
  func cuesGiveRoles(text: String, role: ArgumentRole) {
    #expect(units(text).first?.role == role)
  }

  @Test func votesAreRead() {
    #expect(units("+1\n\nGood plan.").first?.vote == "+1")
    #expect(units("-1, too dear.").first?.vote == "-1")
    #expect(units("It rose by +10 points.").first?.vote == nil)
    let reading = ArgumentReader().read("+1\n\nGood plan.\n\n+1\n\n-1, too dear.\n", blocks: [])
    #expect(reading.votes.map(\.vote) == ["+1", "-1"])
    #expect(reading.votes.map(\.count) == [2, 1])
  }

  @Test func anyBytesAreRead() {
    var state: UInt64 = 7
    for _ in 0..<300 {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<60 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let pool = Array(" .?!\n-*'’“”()a+1;。；é日🐢因because,I".unicodeScalars)
        scalars.append(pool[Int(state >> 33) % pool.count])
      }
      let text = String(scalars)
      let all = Array(text.unicodeScalars)
      var end = 0
      for unit in units(text) {
        #expect(unit.start >= end && unit.end <= all.count && unit.start < unit.end)
        #expect(String(String.UnicodeScalarView(all[unit.start..<unit.end])) == unit.exact)
        end = unit.end
      }
    }
  }
}

struct StanceTests {
  private func stance(_ text: String, _ parent: String = "The fee is fair.") -> Stance? {
    ArgumentReader().read(text, parent: parent).stance?.label
  }

  @Test func noParentNoStance() {
    #expect(ArgumentReader().read("I agree.").stance == nil)
  }

  @Test(
    "plain words tell in four languages",
    arguments: [
      ("Du hast recht, das sehe ich auch so. Die Gebühr ist zu hoch.", Stance.agree),
      ("Das stimmt nicht, die Gebühr ist nicht zu hoch.", .disagree),
      ("Tout à fait, je suis d'accord avec vous sur ce point.", .agree),
      ("Je ne suis pas d'accord, c'est faux et vous le savez.", .disagree),
      ("Estoy de acuerdo, es verdad lo que dices de la cuenta.", .agree),
      ("No estoy de acuerdo, la cuenta no es así.", .disagree),
    ])
  func plainWordsTell(text: String, label: Stance) {
    #expect(stance(text) == label)
  }

  /// The suggested stances of a reply towards a statement.
  private func stances(_ text: String) -> [Annotation] {
    var post = Post(id: PostID("k3v9q2m7xa5t"), kind: .message)
    post.text = text
    return ArgumentReader().marks(in: post, parent: "The fee of the platform is fair.").filter {
      $0.stance != nil
    }
  }

  @Test(
    "only phrases are sure of a stance",
    arguments: [
      ("I agree with you, the fee is fair and pays the servers.", true),
      ("Exactly. The fee is fair and pays the servers.", true),
      ("It was exactly 32 years ago that the fee was introduced, and it has been fair.", false),
      ("You get what your people want when you do things with them.", false),
      ("We met and spoke about the fee and the platform.\n\nthanks,\n\nAda", false),
    ])
  func onlyPhrasesAreSure(text: String, maySure: Bool) {
    let marks = stances(text)
    for mark in marks where !maySure { #expect(!mark.isConfident, "\(mark)") }
    if maySure { #expect(marks.contains { $0.stance == "agree" }) }
  }

  @Test func aLastWordOfThanksIsACourtesy() {
    var post = Post(id: PostID("k3v9q2m7xa5t"), kind: .message)
    func thanks(_ text: String) -> Int {
      post.text = text
      return ArgumentReader().marks(in: post, parent: nil).count { $0.role == "appreciation" }
    }
    #expect(thanks("Thanks!") == 1)
    #expect(thanks("Thank you for the table. It helps.") == 1)
    #expect(thanks("The fee is in the table.\n\nthanks,\n\nAda") == 0)
  }
}
