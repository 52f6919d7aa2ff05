internal import Discussion
internal import SourceBytes

/// A project for qualitative analysis (REFI-QDA Project 1.0, qdasoftware.org), which NVivo, MAXQDA, ATLAS.ti, QualCoder
/// and others open.
///
/// A ZIP file of `project.qde` and one plain text a post. Posts are sources with author, date, venue and subject as
/// variables; threads are sets; topics, roles and stances are codes, and marks that are shown unasked are codings of the
/// passages, by who made them.
public struct QDPXFormat: ExportFormat {
  /// A format without settings.
  public init() {}

  /// `qdpx`.
  public var name: String { "qdpx" }

  /// One line.
  public var help: String { "a REFI-QDA project for NVivo, MAXQDA, ATLAS.ti, QualCoder" }

  /// A ZIP file.
  public var layout: ExportLayout { .zip }

  /// Writes texts and the project as posts go by.
  public func writer(_ options: ExportOptions) -> any ExportWriter {
    QDPXWriter(version: options.version)
  }
}

private struct QDPXWriter: ExportWriter {
  let version: String
  private var thread: PostID?
  private var codes = QDPXCodes()

  init(version: String) { self.version = version }

  /// The parts of the project: what stands before the sources is known when all posts have gone by.
  private enum Section: Int {
    case head, sources, sets
  }

  private static let variables = ["author", "date", "venue", "subject", "kind", "answers"]
  private static let user = QDPXCodes.user("Thresh")

  mutating func begin() -> [ExportPiece] { [] }

  mutating func add(_ archived: ArchivedPost, original: [UInt8]?) -> [ExportPiece] {
    let post = archived.post
    let source = QDPXWriter.guid("post", post.id.text)
    let name = [
      post.date.map { String($0.stated.iso8601.prefix(10)) }, CitationText.line(post.author.shown),
      post.subject.map(CitationText.line),
    ].compactMap { $0 }.joined(separator: " · ")
    let values: [String?] = [
      CitationText.line(post.author.shown), post.date?.stated.iso8601, archived.venues.first?.name,
      post.subject.map(CitationText.line), post.kind.rawValue, archived.parent?.text,
    ]
    var sources = thread == nil ? "<Sources>\n" : ""
    sources +=
      "<TextSource guid=\"\(source)\" name=\"\(XMLText.escaped("\(name) · \(post.id.text)"))\""
      + " plainTextPath=\"internal://\(source).txt\" creatingUser=\"\(QDPXWriter.user)\">\n"
    sources += codes.codings(of: archived)
    for (variable, value) in zip(QDPXWriter.variables, values) {
      guard let value else { continue }
      sources +=
        "<VariableValue><VariableRef targetGUID=\"\(QDPXWriter.guid("variable", variable))\"/>"
        + "<TextValue>\(XMLText.escaped(value))</TextValue></VariableValue>\n"
    }
    sources += "</TextSource>\n"
    var sets = ""
    if thread != archived.thread {
      sets += thread == nil ? "</Sources>\n<Sets>\n" : "</Set>\n"
      thread = archived.thread
      let title = CitationText.line(
        ShownSubject(post.subject, venues: archived.venues).text + " · \(archived.thread.text)")
      sets +=
        "<Set guid=\"\(QDPXWriter.guid("thread", archived.thread.text))\""
        + " name=\"\(XMLText.escaped(title))\">\n"
    }
    sets += "<MemberSource targetGUID=\"\(source)\"/>\n"
    return [
      ExportPiece(path: "sources/\(source).txt", Array((post.text ?? "").utf8)),
      QDPXWriter.piece(.sources, sources), QDPXWriter.piece(.sets, sets),
    ]
  }

  private static func piece(_ section: Section, _ text: String) -> ExportPiece {
    ExportPiece(path: "project.qde", section: section.rawValue, Array(text.utf8))
  }

  mutating func end() -> [ExportPiece] {
    var text = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
    text +=
      "<Project name=\"Thresh\" origin=\"Thresh \(XMLText.escaped(version))\""
      + " creatingUserGUID=\"\(QDPXWriter.user)\""
      + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
      + " xsi:schemaLocation=\"urn:QDA-XML:project:1.0"
      + " http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd\""
      + " xmlns=\"urn:QDA-XML:project:1.0\">\n"
    text += codes.users + codes.codeBook + "<Variables>\n"
    for variable in QDPXWriter.variables {
      text +=
        "<Variable guid=\"\(QDPXWriter.guid("variable", variable))\" name=\"\(variable)\""
        + " typeOfVariable=\"Text\"/>\n"
    }
    text += "</Variables>\n"
    let end = thread == nil ? "" : "</Set>\n</Sets>\n"
    return [QDPXWriter.piece(.head, text), QDPXWriter.piece(.sets, end + "</Project>\n")]
  }

  private static func guid(_ kind: String, _ name: String) -> String {
    QDPXCodes.guid(kind, name)
  }
}
