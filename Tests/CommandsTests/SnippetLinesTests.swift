import ArchiveQuery
import ArchiveStore
import Discussion
import Testing

@testable import Commands

struct SnippetLinesTests {
  private func lines(_ text: String, _ query: String, width: Int, isColoured: Bool = false) throws
    -> [String]
  {
    var post = Post(id: PostID("k3v9q2m7xa5t"), kind: .message)
    post.text = text
    post.blocks = [Block(.own, start: 0, end: text.unicodeScalars.count)]
    let snippet = Snippet(of: post, showing: SnippetTerms(try QueryExpression(parsing: query)))
    let terminal = Terminal(color: isColoured ? .always : .never)
    return SnippetLines(snippet, width: width, terminal: terminal).lines
  }

  @Test(
    "lines are filled, and no longer than the width",
    arguments: [
      ("one two three four five", 9, ["one two", "three", "four five"]),
      ("one (two) three", 9, ["one (two)", "three"]),
      ("twotwotwotwo and two", 8, ["twotwotw", "otwo and", "two"]),
      ("two 東京東京東京", 8, ["two", "東京東京", "東京"]),
      ("a  \n two\n", 20, ["a two"]),
    ])
  func areFilled(text: String, width: Int, expected: [String]) throws {
    #expect(try lines(text, "two", width: width) == expected)
  }

  @Test func coloursChangeNoLine() throws {
    let text = "We all two had the (two) of a two-headed thing, two by two, too."
    for width in 12...70 {
      let plain = try lines(text, "two", width: width)
      let coloured = try lines(text, "two", width: width, isColoured: true)
      #expect(
        coloured.map {
          $0.replacing("\u{1b}[1;33m", with: "").replacing("\u{1b}[0m", with: "")
        } == plain)
      #expect(coloured.contains { $0.contains("\u{1b}[1;33mtwo\u{1b}[0m") })
      #expect(plain.allSatisfy { Columns.width($0) <= width })
      #expect(plain.joined(separator: " ") == text)
    }
  }
}
