import Discussion
import Foundation
import SourceBytes
import Testing

@testable import Exports

struct PostJSONTests {
  private func object(_ archived: ArchivedPost, hasText: Bool = true) throws -> [String: Any] {
    var json = JSONWriter()
    PostJSON.write(archived, hasText: hasText, to: &json)
    let object = try JSONSerialization.jsonObject(with: Data(json.bytes))
    return try #require(object as? [String: Any])
  }

  private func archived(_ post: Post) -> ArchivedPost {
    ArchivedPost(
      post: post, thread: post.id, parent: nil, depth: 0, position: 0, link: nil, person: nil,
      venues: [], copies: [])
  }

  /// The keys of a post as the interface lists them.
  static let keys: Set<String> = [
    "id", "messageID", "kind", "status", "venue", "venues", "thread", "parent", "depth", "position",
    "ordinal", "reply", "forkedFrom", "addressee", "author", "date", "dateSource", "datePrecision",
    "subject", "text", "language", "blocks", "permalink", "attachments", "source", "sources",
    "annotations",
  ]

  @Test func everyKeyIsThereThoughNothingIsKnown() throws {
    let object = try object(archived(Post(id: PostID("k3v9q2m7xa5t"), kind: .message)))
    #expect(Set(object.keys) == Self.keys)
    for key in ["messageID", "venue", "parent", "reply", "date", "subject", "text", "source"] {
      #expect(object[key] is NSNull, "\(key)")
    }
  }

  @Test func searchResultsLeaveTheTextOut() throws {
    let object = try object(
      archived(Post(id: PostID("k3v9q2m7xa5t"), kind: .message)), hasText: false)
    #expect(Set(object.keys) == Self.keys.subtracting(["text", "blocks"]))
  }

  @Test func aLinkNamesItsStrongestReason() throws {
    var post = archived(Post(id: PostID("b"), kind: .comment))
    post.parent = PostID("a")
    post.link = ReplyLink(
      child: PostID("b"), parent: PostID("a"),
      reasons: [
        Evidence(.salutation, weight: 5, detail: "Hey Andrew", range: 0..<10),
        Evidence(.mention, weight: 1, detail: "Andrew"),
      ], confidence: 0.82)
    let reply = try #require(try object(post)["reply"] as? [String: Any])
    #expect(reply["evidence"] as? String == "salutation")
    #expect(reply["certainty"] as? String == "likely")
    let reasons = try #require(reply["reasons"] as? [[String: Any]])
    #expect(reasons.count == 2)
    #expect(reasons[0]["end"] as? Int == 10 && reasons[1]["end"] is NSNull)
  }

  @Test func aPostIsOneLine() {
    var post = Post(id: PostID("b"), kind: .comment)
    post.text = "a\nb\r\n\u{2028}c"
    let line = JSONLinesFormat().entry(archived(post), original: nil)
    #expect(line.last == 0x0a && line.count { $0 == 0x0a } == 1)
  }
}

struct Base64Tests {
  @Test(
    "the examples of RFC 4648 §10 come out",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ])
  func theExamplesComeOut(text: String, encoded: String) {
    #expect(Base64.encode(Array(text.utf8)) == encoded)
  }
}
