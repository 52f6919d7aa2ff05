import Annotating
import Discussion
import Topics

extension FuzzTarget {
  /// A coding sheet: rows that are read are written and read again as they were; changes lie inside the post.
  static let sheet = FuzzTarget("sheet") { bytes in
    let table = CSVTable(String(decoding: bytes, as: UTF8.self))
    guard let sheet = try? CodingSheet(table) else { return }
    var post = Post(id: PostID("k3v9q2m7xa5t"), kind: .message)
    post.text = "Fees are too high. I agree with what you said about rents, but who pays?"
    var rows = sheet.rows
    for index in rows.indices { rows[index].post = post.id }
    var faults: [CodingSheet.Fault] = []
    let count = post.text?.unicodeScalars.count ?? 0
    for change in CodingSheet.changes(of: rows, to: post, marks: [], reader: "Ada", faults: &faults)
    {
      switch change {
      case .add(let mark), .change(let mark), .remove(let mark), .accept(let mark),
        .reject(let mark), .note(let mark):
        precondition((mark.range?.upperBound ?? 0) <= count, "a mark leaves its post")
      }
    }
    let written = ([CodingSheet.columns] + sheet.rows.map(CodingSheet.cells(of:)))
      .map { $0.map(quoted).joined(separator: ",") }.joined(separator: "\r\n")
    guard let again = try? CodingSheet(CSVTable(written)) else {
      preconditionFailure("what was written is no sheet")
    }
    precondition(again.rows.count == sheet.rows.count, "rows are lost")
    for (old, new) in zip(sheet.rows, again.rows) {
      precondition(old.unit == new.unit && old.codes == new.codes, "a row comes back otherwise")
    }
  }

  private static func quoted(_ cell: String) -> String {
    "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }

  /// A document of Web Annotations: never a span that goes backwards.
  static let webAnnotation = FuzzTarget("webannotation") { bytes in
    guard let document = try? WebAnnotations(bytes) else { return }
    for item in document.items {
      guard let range = item.mark.range else { continue }
      precondition(range.lowerBound >= 0, "a span begins before the text")
      var mark = item.mark
      mark.anchor(in: Array("Fees are too high. Fees are fair.".unicodeScalars))
    }
  }

  /// A codebook, YAML or `.qdc`: what is read is written in both formats and read again as it was.
  static let codebook = FuzzTarget("codebook") { bytes in
    let read =
      Codebook.isXML(bytes)
      ? try? Codebook(qdc: bytes) : try? Codebook(yaml: String(decoding: bytes, as: UTF8.self))
    guard let book = read else { return }
    precondition((try? Codebook(yaml: book.yaml)) == book, "YAML brings back another codebook")
    precondition(
      (try? Codebook(qdc: Array(book.qdc.utf8))) == book, "qdc brings back another codebook")
    let text = "Fees are too high; the fee of five per cent, said Ada, is rent."
    _ = CodebookTagger(book).tags(
      in: text, ranges: [0..<text.unicodeScalars.count], language: "en")
  }
}
