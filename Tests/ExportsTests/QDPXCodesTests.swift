import Discussion
import Exports
import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif
import Testing

struct QDPXCodesTests {
  /// What an XML reader that is not ours makes of the project.
  private final class Reader: NSObject, XMLParserDelegate {
    var elements: [(name: String, parent: String?, attributes: [String: String])] = []
    private var open: [String] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      elements.append((name, open.last, attributes))
      open.append(name)
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) { open.removeLast() }

    func all(_ name: String) -> [[String: String]] {
      elements.filter { $0.name == name }.map(\.attributes)
    }
  }

  private func project(_ annotations: [Annotation]) throws -> Reader {
    var archived = ExportFormatTests.archived("Ada & <Sam>")
    archived.post.text = "Żółw says 𝟛 things. The rent is too high."
    archived.annotations = annotations
    let format = try #require(ExportTable.format(named: "qdpx"))
    var writer = format.writer(ExportOptions())
    let pieces = writer.begin() + writer.add(archived, original: nil) + writer.end()
    let bytes = try #require(ExportFormatTests.files(pieces)["project.qde"])
    let reader = Reader()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = reader
    #expect(parser.parse())
    return reader
  }

  private func mark(
    _ id: String, _ range: Range<Int>?, origin: String, topic: String? = nil, role: String? = nil,
    stance: String? = nil
  ) -> Annotation {
    let scalars = Array("Żółw says 𝟛 things. The rent is too high.".unicodeScalars)
    var mark = Annotation(
      post: PostID("aaaabbbbcccc"), range: range, in: scalars, origin: origin, topic: topic,
      role: role, stance: stance)
    mark.id = id
    return mark
  }

  @Test func marksBecomeCodingsOfPassages() throws {
    var noted = mark("a-1", 20..<41, origin: "person:Ben", topic: "rent", role: "claim")
    noted.note = "says <so>"
    var rejected = mark("a-2", 0..<4, origin: "codebook", topic: "turtles")
    rejected.decision = "rejected"
    let read = try project([
      mark("a-3", 20..<41, origin: "rule", stance: "disagree"), noted, rejected,
      mark("a-4", nil, origin: "codebook", topic: "housing"),
    ])

    #expect(
      read.all("PlainTextSelection").map { [$0["startPosition"], $0["endPosition"], $0["name"]] }
        == [["20", "41", "The rent is too high."]])
    let codes = Dictionary(
      read.all("Code").map { ($0["guid"] ?? "", $0["name"] ?? "") }, uniquingKeysWith: { $1 })
    let coded = read.all("CodeRef").map { codes[$0["targetGUID"] ?? ""] }
    #expect(coded == ["rent", "claim", "disagree", "housing"])
    let users = Dictionary(
      read.all("User").map { ($0["guid"] ?? "", $0["name"] ?? "") }, uniquingKeysWith: { $1 })
    #expect(
      read.all("Coding").map { users[$0["creatingUser"] ?? ""] } == [
        "Ben", "Ben", "Thresh", "Thresh",
      ])
    #expect(read.elements.filter { $0.name == "Coding" }.map(\.parent).last == "TextSource")
    #expect(
      read.all("Code").filter { $0["isCodable"] == "false" }.map { $0["name"] } == [
        "topic", "role", "stance",
      ])
    let guids = read.elements.compactMap { $0.attributes["guid"] }
    #expect(Set(guids).count == guids.count)
    // The order that the schema asks for.
    let top = read.elements.filter { $0.parent == "Project" }.map(\.name)
    #expect(top == ["Users", "CodeBook", "Variables", "Sources", "Sets"])
  }

  @Test func withoutMarksThereIsNoCodeBook() throws {
    let read = try project([])
    #expect(read.all("CodeBook").isEmpty)
    #expect(read.all("Coding").isEmpty)
  }
}
