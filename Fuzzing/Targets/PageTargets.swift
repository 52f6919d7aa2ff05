internal import HTMLArchive
internal import HTMLTree
internal import SourceBytes

extension FuzzTarget {
  /// A page of whatever make, or an export: nothing is lost in a crash, and what it says hangs together.
  static let page = FuzzTarget("page") { bytes in
    check(PageReader.read(bytes, at: place(of: bytes)))
    for producer in ["generic", "generic-message", "hatom"] {
      var given = PageGiven()
      given.producer = producer
      check(PageReader.read(bytes, at: place(of: bytes), given: given))
    }
  }

  /// XML exports and feeds: the bytes stand inside an export, so that the reader goes on.
  static let export = FuzzTarget("export") { bytes in
    let head = "<rss xmlns:wp=\"w\"><channel><item><wp:post_id>1</wp:post_id><wp:comment>"
    check(PageReader.read(Array(head.utf8) + bytes, at: place(of: bytes)))
    check(PageReader.read(Array("<disqus>".utf8) + bytes, at: place(of: bytes)))
    check(PageReader.read(Array("<feed>".utf8) + bytes, at: place(of: bytes)))
  }

  /// Text captures: the bytes stand below a title and the line that opens comments.
  static let capture = FuzzTarget("capture") { bytes in
    let head = "Title\n\nWords of the article.\n\n2 Responses\n\n  1. Ada\n"
    check(PageReader.read(Array(head.utf8) + bytes, at: place(of: bytes)))
    check(PageReader.read(bytes, at: place(of: bytes)))
    var given = PageGiven()
    given.producer = "text-capture"
    check(PageReader.read(bytes, at: place(of: bytes), given: given))
  }

  private static func place(of bytes: [UInt8]) -> SourceLocation {
    SourceLocation(file: FileID("fuzz"), bytes: 0..<bytes.count)
  }

  private static func check(_ reading: PageReading?) {
    guard let reading else { return }
    let codes = Set(PageFindings.all.map(\.code))
    for finding in reading.findings {
      precondition(codes.contains(finding.code), "\(finding.code) is not listed")
    }
    // An entry answers another one, never itself.
    for entry in reading.entries {
      if case .entry(let key) = entry.parent { precondition(key != entry.key, "answers itself") }
    }
  }
}
