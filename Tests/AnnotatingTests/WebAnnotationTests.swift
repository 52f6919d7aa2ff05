import Annotating
import Discussion
import Exports
import Testing

/// Marks go out as Web Annotations and come back whole; those of other tools are read as far as they go.
struct WebAnnotationTests {
  private func document(_ marks: [Annotation], of post: Post) -> [UInt8] {
    var json = JSONWriter()
    WebAnnotation.begin(total: marks.count, to: &json)
    for mark in marks { WebAnnotation.write(mark, of: WebAnnotation.Source(of: post), to: &json) }
    WebAnnotation.end(to: &json)
    return json.bytes
  }

  @Test func everyPartOfAMarkComesBack() throws {
    var post = Post(id: PostID("k3v9q2m7xa5t"), kind: .message)
    post.messageID = MessageID("a b%c@example.org")
    let scalars = Array("Naïve 🙂 fees “are” rent.".unicodeScalars)
    var own = Annotation(
      post: post.id, range: 6..<12, in: scalars, origin: "person:Ada", topic: "fees",
      role: "claim", stance: "disagree")
    own.by = "Ada"
    own.target = "topic:scale"
    own.note = "two\nlines"
    own.created = "2026-11-22T12:00:00.000Z"
    var suggested = Annotation(
      post: post.id, range: nil, in: scalars, origin: "model:bert", stance: "agree")
    suggested.confidence = 0.5
    suggested.evidence = ["yes", "indeed"]
    suggested.decision = "rejected"
    let read = try WebAnnotations(document([own, suggested], of: post))
    #expect(read.unread == [])
    #expect(read.items.map(\.mark) == [own, suggested])
    #expect(read.items.map(\.source) == ["mid:a%20b%25c@example.org", "mid:a%20b%25c@example.org"])
  }

  @Test func annotationsOfOtherToolsAreRead() throws {
    let text = """
      [{"@context": "http://www.w3.org/ns/anno.jsonld", "id": "https://example.org/a1",
        "type": "Annotation", "motivation": "highlighting", "creator": "Ben",
        "body": [{"type": "TextualBody", "value": "fees", "purpose": "tagging"},
                 {"type": "TextualBody", "value": "look here"}],
        "target": {"source": "https://example.org/page", "selector":
          {"type": "TextQuoteSelector", "exact": "are rent", "prefix": "fees "}}},
       {"type": "Annotation", "body": "x"},
       {"type": "Annotation", "target": "https://example.org/page"}]
      """
    let read = try WebAnnotations(Array(text.utf8))
    let item = try #require(read.items.first)
    #expect(read.items.count == 1)
    #expect(item.source == "https://example.org/page")
    #expect(item.mark.topic == "fees")
    #expect(item.mark.note == "look here")
    #expect(item.mark.exact == "are rent")
    #expect(item.mark.origin == "person:Ben")
    #expect(item.mark.id == "")
    #expect(read.unread.map(\.number) == [2, 3])
  }

  @Test(arguments: ["", "{}", "17", "{\"items\": 3}", "[", "{\"first\": \"urn:x\"}"])
  func whatIsNoDocumentIsRefused(text: String) {
    #expect(throws: WebAnnotations.Fault.self) { try WebAnnotations(Array(text.utf8)) }
  }
}
