internal import Discussion

/// Names of places in a document, safe in every format.
enum Anchor {
  static func post(_ id: PostID) -> String { "post-" + safe(id.text) }
  static func citation(_ id: PostID) -> String { "cite-" + safe(id.text) }
  static func thread(_ id: PostID) -> String { "thread-" + safe(id.text) }

  /// Ids are letters and digits; one that came from elsewhere may hold anything.
  static func safe(_ text: String) -> String {
    let bytes = text.utf8.filter { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D: true
      default: false
      }
    }
    return String(decoding: bytes.prefix(64), as: UTF8.self)
  }
}
