import Foundation
import HTMLArchive
import SourceBytes
import Testing

/// A page says the same however its markup is spelled: browsers, mirrors and compressors of markup respell it.
@Suite struct SpellingTests {
  /// Fixtures of markup that is in UTF-8 or ASCII, so that they can be respelled as text.
  static let pages: [String] = FixtureGoldenTests.pages.filter { page in
    guard page.hasSuffix(".html") else { return false }
    let bytes = try? Data(contentsOf: FixtureGoldenTests.folder.appendingPathComponent(page))
    // Escapes of ISO-2022-JP are bytes of their own.
    guard let bytes, !bytes.contains(0x1B) else { return false }
    return String(data: bytes, encoding: .utf8) != nil
  }

  struct Spelling: Sendable, CustomTestStringConvertible {
    var name: String
    var respell: @Sendable (String) -> [UInt8]
    var testDescription: String { name }
  }

  static let spellings: [Spelling] = [
    Spelling(name: "element names in capitals") { page in
      Array(tags(page) { capital(name: $0) }.utf8)
    },
    Spelling(name: "classes in the other order") { page in Array(tags(page, reverseClasses).utf8) },
    Spelling(name: "single quotation marks") { page in Array(tags(page, singleQuotes).utf8) },
    Spelling(name: "numbers for letters beyond ASCII") { page in
      page.unicodeScalars.flatMap {
        $0.value < 128 ? Array(String($0).utf8) : Array("&#\($0.value);".utf8)
      }
    },
    Spelling(name: "a byte order mark") { page in [0xEF, 0xBB, 0xBF] + Array(page.utf8) },
    Spelling(name: "UTF-16") { page in
      [0xFF, 0xFE] + page.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    },
    Spelling(name: "the bar of a web archive") { page in
      guard let body = page.range(of: "<body", options: .caseInsensitive),
        let end = page[body.upperBound...].firstIndex(of: ">")
      else { return Array(page.utf8) }
      let bar = """
        <!-- BEGIN WAYBACK TOOLBAR INSERT --><div id="wm-ipp"><a href="/web/">Wayback Machine</a>
        <li class="comment" id="comment-1">38 captures</li> 09 Jan 2014 - 03 May 2022</div>
        <!-- END WAYBACK TOOLBAR INSERT -->
        """
      return Array((page[...end] + bar + page[page.index(after: end)...]).utf8)
    },
  ]

  @Test(arguments: pages, spellings)
  func saysTheSame(page: String, spelling: Spelling) throws {
    let path = FixtureGoldenTests.folder.appendingPathComponent(page)
    let text = try String(contentsOf: path, encoding: .utf8)
    let plain = Self.outline(Array(text.utf8))
    #expect(!plain.isEmpty)
    #expect(Self.outline(spelling.respell(text)) == plain)
  }

  /// What a reading says, without the charset.
  private static func outline(_ bytes: [UInt8]) -> [String] {
    let reading = PageReader.read(
      bytes, at: SourceLocation(file: FileID("page"), bytes: 0..<bytes.count))
    return GoldenText.text(of: reading).split(separator: "\n").map(String.init).filter {
      !$0.hasPrefix("producer:") && !$0.hasPrefix("finding:")
    } + [reading?.producer ?? "none"]
  }

  // MARK: Respelling

  /// Changes each tag outside of scripts and comments.
  private static func tags(_ page: String, _ change: (Substring) -> String) -> String {
    var result = ""
    var rest = page[...]
    while let start = rest.firstIndex(of: "<") {
      result += rest[..<start]
      rest = rest[start...]
      let raw = [("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>")].first {
        rest.prefix(8).lowercased().hasPrefix($0.0)
      }
      if let raw, let end = rest.range(of: raw.1, options: .caseInsensitive) {
        result += rest[..<end.upperBound]
        rest = rest[end.upperBound...]
        continue
      }
      guard let end = rest.firstIndex(of: ">") else { break }
      let tag = rest[...end]
      result +=
        tag.dropFirst().first?.isLetter ?? false || tag.hasPrefix("</") ? change(tag) : String(tag)
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func capital(name tag: Substring) -> String {
    let name = tag.prefix { $0 != " " && $0 != ">" && $0 != "\n" }
    return name.uppercased() + tag[name.endIndex...]
  }

  private static func reverseClasses(_ tag: Substring) -> String {
    guard let start = tag.range(of: " class=\""),
      let end = tag[start.upperBound...].firstIndex(of: "\"")
    else { return String(tag) }
    let classes = tag[start.upperBound..<end].split(separator: " ").reversed().joined(
      separator: " ")
    return tag[..<start.upperBound] + classes + tag[end...]
  }

  private static func singleQuotes(_ tag: Substring) -> String {
    tag.contains("'") ? String(tag) : tag.replacingOccurrences(of: "\"", with: "'")
  }
}
