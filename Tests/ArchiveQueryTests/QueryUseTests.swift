import ArchiveQuery
import Testing

@Suite struct QueryUseTests {
  private static func saved(_ name: String) -> String? {
    switch name {
    case "talk": "a OR query:inner"
    case "inner": "b c"
    case "loop": "x query:pool"
    case "pool": "query:loop"
    case "broken": "(a"
    case "double 0": "a"
    default:
      name.hasPrefix("double ")
        ? Int(name.dropFirst(7)).map { "query:\"double \($0 - 1)\" -query:\"double \($0 - 1)\"" }
        : nil
    }
  }

  @Test(arguments: [
    ("query:talk", "(or word[a] (and word[b] word[c]))"),
    ("x query:inner", "(and word[x] word[b] word[c])"),
    ("-query:talk y", "(and (not (or word[a] (and word[b] word[c]))) word[y])"),
    ("thread:{query:inner}", "(thread (and word[b] word[c]))"),
    ("plain", "word[plain]"),
  ])
  func putsSavedQueriesInTheirPlace(query: String, tree: String) throws {
    let expanded = try QueryExpression(parsing: query).expandingSaved(Self.saved)
    #expect(expanded.sketch == tree)
    #expect(try QueryExpression(parsing: expanded.description) == expanded)
  }

  @Test(arguments: [
    ("query:nothing", SavedQueryError.unknown("nothing")),
    ("query:loop", .circular("loop")),
    ("query:broken", .unreadable("broken", QuerySyntaxError(at: 0, .unclosedGroup))),
    ("query:\"double 40\"", .tooLarge),
    ("query:\"double 200\"", .tooLarge),
  ])
  func refusesSavedQueriesThatHaveNoMeaning(query: String, error: SavedQueryError) throws {
    let expression = try QueryExpression(parsing: query)
    #expect(throws: error) { _ = try expression.expandingSaved(Self.saved) }
  }

  @Test(arguments: [
    ("a -b \"c d\" e*", ["word[a]", "phrase[c d]", "prefix[e]"]),
    ("NOT NOT a", ["word[a]"]),
    (
      "subject:x OR (y NEAR/3 z) date:2012 a a",
      ["subject@word[x]", "word[y]", "word[z]", "word[a]"]
    ),
    ("-(a b) thread:{c} is:root", []),
  ])
  func namesWhatToHighlight(query: String, texts: [String]) throws {
    let highlights = try QueryExpression(parsing: query).highlights
    #expect(highlights.map { QueryExpression.text($0.match, in: $0.field).sketch } == texts)
  }
}
