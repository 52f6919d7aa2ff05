import ArchiveStore
import Arguments
import Discussion
import TestSupport
import Testing
import Topics

@testable import Commands

/// The topics that the codebook of the sample gives, beside those that a careful reader gave post by post.
@Suite(.serialized) struct SampleTopicsTests {
  /// What the reader gave: the first letters of an id, and the topics.
  private static let byHand: [String: Set<String>] = {
    let table = """
      sp8fgh volunteer-labour
      t0kd04
      jfvzcn crowdfunding fees scale surplus-value platform-ownership volunteer-labour
      c2fpsp surplus-value scale crowdfunding
      b0ras0 surplus-value fees volunteer-labour crowdfunding
      kkbhn5 fees platform-ownership
      dd0pmd fees
      vh1k69 platform-ownership fees
      rz99n6 volunteer-labour surplus-value platform-ownership
      k1p2r5 volunteer-labour
      t7njj8 volunteer-labour disclosure
      e1x30t volunteer-labour
      b7haw1 crowdfunding fees platform-ownership
      r9g8dm platform-ownership crowdfunding
      cxy58n platform-ownership volunteer-labour
      kfc3r4 mutual-aid gift-economy scale crowdfunding
      wrdem2 mutual-aid
      hf61br mutual-aid
      e87acz gift-economy mutual-aid
      eg6d0p gift-economy mutual-aid
      chmjrn gift-economy mutual-aid
      wsp1wy licences non-commercial
      gaadap licences
      b96p6f licences non-commercial
      p61w9a non-commercial licences
      bjq6jq licences
      fw29kf licences
      ex9k57 crowdfunding scale surplus-value platform-ownership volunteer-labour
      t5h7vx crowdfunding fees
      ks0xe9 crowdfunding
      esbqpg crowdfunding disclosure
      pca95j volunteer-labour crowdfunding scale
      tgd4n4 volunteer-labour crowdfunding
      sh3g2c crowdfunding surplus-value platform-ownership
      tfb870 volunteer-labour scale platform-ownership
      twpe8t platform-ownership volunteer-labour
      fpxraj crowdfunding fees surplus-value volunteer-labour platform-ownership scale
      jev144 platform-ownership fees
      tnp37n fees crowdfunding platform-ownership volunteer-labour disclosure
      e42kg0 volunteer-labour
      nhxy2j volunteer-labour
      jq463b disclosure
      cn29nd disclosure
      kkt21x disclosure
      e3tm4x disclosure
      mvgyzj disclosure
      k674hh disclosure licences
      ev6vtc disclosure platform-ownership
      vxtp5x disclosure volunteer-labour
      r9njhb disclosure
      dwzxqm disclosure volunteer-labour
      qy3mbh disclosure
      ff76g8 disclosure
      """
    return Dictionary(
      uniqueKeysWithValues: table.split(separator: "\n").map { line in
        let words = line.split(separator: " ").map(String.init)
        return (words[0], Set(words.dropFirst()))
      })
  }()

  private func archive() async throws -> Archive {
    let archive = try Archive()
    try await importAll([Sample.folder], into: archive)
    return archive
  }

  @Test func postsAreTaggedAsACarefulReaderWould() async throws {
    let archive = try await archive()
    let yaml = String(decoding: try bytes(ofFile: Sample.folder + "/codebook.yaml"), as: UTF8.self)
    let tagger = CodebookTagger(try Codebook(yaml: yaml))
    let reader = ArgumentReader()
    var (both, ours, theirs) = (0, 0, 0)
    var missed: [String] = []
    try archive.forEachPost(detail: [.text]) { archived, _ in
      let wanted = Self.byHand[String(archived.post.id.text.prefix(6))] ?? []
      let marks = CodebookApplying.marks(in: archived.post, tagger, reader)
      let found = Set(marks.compactMap(\.topic))
      both += found.intersection(wanted).count
      ours += found.count
      theirs += wanted.count
      missed += wanted.subtracting(found).sorted().map { "\(archived.post.id) \($0)" }
      for mark in marks { #expect(!mark.evidence.isEmpty && MarkWords.cause(mark) != "") }
    }
    #expect(theirs == 108)
    // A post that fills in the five lines names hours, licence and addresses; the reader gave it the rule alone.
    #expect(Double(both) / Double(ours) > 0.8)
    #expect(missed.count <= 1, "\(missed)")
  }

  @Test func everySuggestionSaysWhy() async throws {
    let archive = try await archive()
    let reader = ArgumentReader()
    var words: [PostID: String] = [:]
    var count = 0
    try archive.forEachPost(detail: [.text]) { archived, _ in
      let post = archived.post
      guard let text = post.text else { return }
      words[post.id] = PostParts.ownText(of: text, blocks: post.blocks)
      for mark in reader.marks(in: post, parent: archived.parent.flatMap { words[$0] }) {
        count += 1
        let cause = MarkWords.cause(mark)
        #expect(cause.hasPrefix("because "), "\(mark)")
        #expect(Set(mark.evidence).count == mark.evidence.count, "\(mark.evidence)")
        // What ends in a question mark needs no figure; all else has the one that was measured.
        let isPlain =
          [mark.role, mark.stance].contains("question") || mark.role == "appreciation"
        #expect((mark.confidence == nil) == isPlain)
      }
    }
    #expect(count > 300)
  }
}
