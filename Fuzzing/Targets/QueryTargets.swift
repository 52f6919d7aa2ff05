import ArchiveQuery
import WordForms

extension FuzzTarget {
  /// A query: what parses prints a form that parses to the same, errors point into the text.
  static let query = FuzzTarget("query") { bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    do throws(QuerySyntaxError) {
      let expression = try QueryExpression(parsing: text)
      let printed = expression.description
      guard let again = try? QueryExpression(parsing: printed) else {
        // The canonical form writes out what the reader left out, so that only its length may be refused.
        precondition(
          printed.unicodeScalars.count > QueryLimits().scalarCount, "\(printed) does not parse")
        return
      }
      precondition(again == expression, "\(printed) parses to another query")
      _ = expression.highlights
    } catch {
      precondition(error.offset <= text.unicodeScalars.count, "the error points behind the query")
      _ = error.marked(in: text)
      _ = error.message
    }
  }

  /// The words of any bytes: in order, inside the text, without case, and found again when split once more.
  static let words = FuzzTarget("words") { bytes in
    var scanner = WordScanner()
    var start = 0
    while scanner.next(in: bytes.span) {
      precondition(scanner.range.lowerBound >= start || scanner.isColocated, "a word goes back")
      precondition(scanner.range.upperBound <= bytes.count, "a word leaves the text")
      precondition(scanner.folded.count > 0 && scanner.folded.count <= WordScanner.byteLimit)
      start = scanner.range.lowerBound
    }
    _ = LanguageGuess.language(of: bytes.span)
  }
}
