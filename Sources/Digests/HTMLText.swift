internal import Discussion

/// Builds HTML: elements by calls, text and values always escaped.
struct HTMLPage {
  private(set) var bytes: [UInt8] = []
  /// Whether it is XHTML, where every element is closed.
  var isXML = false
  /// For XHTML of several files the file of each post.
  var files: [PostID: String] = [:]
  /// The file that lists the sources; empty for the page itself.
  var sourcesFile = ""

  /// The link to a post of the document.
  func link(to post: PostID) -> String { (files[post] ?? "") + "#" + Anchor.post(post) }

  /// An element without content.
  mutating func void(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:]
  ) {
    open(name, attributes)
    if isXML {
      bytes.removeLast()
      raw("/>")
    }
  }

  /// Writes markup of our own.
  mutating func raw(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func open(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:])
  {
    raw("<")
    raw(name)
    for (key, value) in attributes {
      raw(" ")
      raw(key)
      raw("=\"")
      append(value, keepsSpaces: false)
      raw("\"")
    }
    raw(">")
  }

  mutating func close(_ name: StaticString) {
    raw("</")
    raw(name)
    raw(">")
  }

  /// An element that holds only text.
  mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>, _ text: String
  ) {
    open(name, attributes)
    self.text(text)
    close(name)
  }

  /// An element without attributes that holds only text.
  mutating func element(_ name: StaticString, _ text: String) {
    element(name, [:], text)
  }

  /// Text on one line.
  mutating func text(_ text: String) {
    append(text, keepsSpaces: false)
  }

  /// Text whose spaces and line breaks stay.
  mutating func verbatim(_ text: String) {
    append(text, keepsSpaces: true)
  }

  /// Text whose web links can be followed.
  mutating func linkedText(_ text: String) {
    for piece in WebLink.split(text) {
      switch piece {
      case .text(let words): append(words, keepsSpaces: false)
      case .link(let link): element("a", ["href": link, "rel": "nofollow noreferrer"], link)
      }
    }
  }

  private mutating func append(_ text: String, keepsSpaces: Bool) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": raw("&amp;")
      case "<": raw("&lt;")
      case ">": raw("&gt;")
      case "\"": raw("&quot;")
      case "'": raw("&#39;")
      case "\n" where keepsSpaces: bytes.append(0x0A)
      default:
        if (0x20...0x7E).contains(scalar.value) {
          bytes.append(UInt8(scalar.value))
        } else if DisplayText.isSpace(scalar) {
          bytes.append(0x20)
        } else if DisplayText.isShown(scalar) {
          bytes.append(contentsOf: Unicode.UTF8.encode(scalar).map(Array.init) ?? [])
        }
      }
    }
  }
}
