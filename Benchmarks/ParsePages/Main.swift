import Foundation
import HTMLArchive
import Measuring
import SourceBytes

/// Saved pages to entries, without a store: the files of the command line, or generated pages.
@main struct ParsePages {
  static func main() throws {
    let paths = CommandLine.arguments.dropFirst()
    var pages = try paths.map { Array(try Data(contentsOf: URL(fileURLWithPath: $0))) }
    if pages.isEmpty { pages = (0..<40).map { blog(commentCount: 20 + $0 * 5) } }
    let byteCount = pages.reduce(0) { $0 + $1.count }
    print("\(pages.count) pages, \(byteCount) bytes, one core")
    measure("pages to entries", byteCount: byteCount) {
      pages.reduce(0) { sum, page in
        let place = SourceLocation(file: FileID("page"), bytes: 0..<page.count)
        return sum + (PageReader.read(page, at: place)?.entries.count ?? 0)
      }
    }
    let start = processorSeconds()
    for page in pages {
      _ = PageReader.read(page, at: SourceLocation(file: FileID("page"), bytes: 0..<page.count))
    }
    let milliseconds = (processorSeconds() - start) * 1000 / (Double(byteCount) / 1_000_000)
    print(String(format: "%.0f ms for each MB", milliseconds))
  }

  /// A blog post of a usual theme with nested comments.
  private static func blog(commentCount: Int) -> [UInt8] {
    var page = """
      <!DOCTYPE html><html lang="en"><head><title>Tools</title>
      <link rel="stylesheet" href="/wp-content/themes/x/style.css"></head><body class="single">
      <h1 class="entry-title">Tools</h1><div class="entry-content"><p>The article has some words.</p></div>
      <ol class="commentlist">
      """
    for number in 1...commentCount {
      let isReply = number % 3 == 2
      page += isReply ? "<ul class=\"children\">" : ""
      page += """
        <li class="comment even thread-even depth-\(isReply ? 2 : 1)" id="comment-\(number)">
        <div id="div-comment-\(number)" class="comment-body"><div class="comment-author vcard">
        <img alt="" src="https://img.example/a.png" class="avatar avatar-32 photo" height="32" width="32" />
        <cite class="fn"><a href="https://person\(number % 9).example/" class="url">Person \(number % 9)</a></cite>
        <span class="says">says:</span></div><div class="comment-meta commentmetadata">
        <a href="#comment-\(number)">March \(1 + number % 28), 2012 at 2:07 pm</a></div>
        <p>\(String(repeating: "Some words about sheds and ladders. ", count: 1 + number % 9))</p>
        <div class="reply"><a class="comment-reply-link" href="#respond">Reply</a></div></div>
        """
      page += isReply ? "</li></ul>" : ""
      page += number % 3 == 1 ? "" : "</li>"
    }
    return Array((page + "</ol></body></html>").utf8)
  }
}
