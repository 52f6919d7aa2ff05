internal import HTMLTree

/// The comments by which MHonArc marks the parts of a page.
struct MHonArcMarks {
  /// Field comments in order: name in lower case without `X-`, entity-decoded value.
  private(set) var fields: [(name: String, value: String)] = []
  /// The number of the node that opens the body.
  private(set) var bodyStart: Int?
  /// The number of the node that closes the body.
  private(set) var bodyEnd: Int?
  /// The numbers of the header list.
  private(set) var header: Range<Int>?
  /// The numbers of the References list.
  private(set) var references: Range<Int>?

  /// Reads the comments of a page, white space folded, in document order.
  init(_ comments: [(index: Int, text: String)]) {
    var subjectStart: Int?
    var subjectEnd: Int?
    var headStart: Int?
    var referencesStart: Int?
    for (index, text) in comments where text.utf8.starts(with: "X-".utf8) {
      if let colon = text.utf8.firstIndex(of: 0x3A) {
        guard bodyStart == nil else { continue }
        var name = Substring(text.utf8[..<colon].dropFirst(2)).lowercased()
        if name == "contenttype" { name = "content-type" }
        let value = String(text[text.index(after: colon)...]).foldingSpace
        fields.append((name, CommentText.decoded(value)))
        continue
      }
      switch text {
      case "X-Subject-Header-Begin": subjectStart = index
      case "X-Subject-Header-End": subjectEnd = index
      case "X-Head-of-Message": headStart = index
      case "X-Head-of-Message-End", "X-Head-Body-Sep-Begin":
        if header == nil { header = min(headStart ?? subjectEnd ?? 0, index)..<index }
      case "X-Body-of-Message": if bodyStart == nil { bodyStart = index }
      case "X-Body-of-Message-End", "X-MsgBody-End":
        if bodyStart != nil, bodyEnd == nil { bodyEnd = index }
      case "X-References": referencesStart = index
      case "X-References-End": references = referencesStart.map { $0..<max($0, index) }
      default: break
      }
    }
    if header == nil, let bodyStart {
      // Marks out of order, as damaged pages have them, leave nothing between.
      header = min(headStart ?? subjectEnd ?? subjectStart ?? 0, bodyStart)..<bodyStart
    }
  }

  /// The first value of a field.
  func value(_ name: String) -> String? {
    guard let value = fields.first(where: { $0.name == name })?.value, !value.isEmpty else {
      return nil
    }
    return value
  }

  /// Every value of a field, in order.
  func values(_ name: String) -> [String] {
    fields.filter { $0.name == name }.map(\.value)
  }
}

/// The rotation in which MHonArc hides addresses in comments.
///
/// Its `mhamain.pl` rotates small letters by 13 of 26, and the 28 characters from `@` to `[` by 14.
enum MHonArcRotation {
  /// Turns rotated text back, or rotates it: the two are the same.
  static func rotate(_ text: String) -> String {
    String(
      decoding: text.utf8.map { byte in
        switch byte {
        case 0x61...0x7A: (byte - 0x61 + 13) % 26 + 0x61
        case 0x40...0x5B: (byte - 0x40 + 14) % 28 + 0x40
        default: byte
        }
      }, as: UTF8.self)
  }
}
