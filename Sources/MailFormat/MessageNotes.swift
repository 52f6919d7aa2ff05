internal import SourceBytes

/// Gathers what is odd about one message.
struct MessageNotes {
  let location: SourceLocation
  private(set) var findings: [Finding] = []
  private var codes: Set<String> = []

  init(location: SourceLocation) {
    self.location = location
  }

  /// Adds a finding; of each code only the first.
  mutating func add(
    _ severity: Finding.Severity, _ code: String, _ message: String, hint: String? = nil
  ) {
    guard codes.insert(code).inserted else { return }
    findings.append(Finding(severity, code, at: location, message, hint: hint))
  }

  mutating func add(_ header: HeaderBlock, isEmpty: Bool) {
    if header.isCut {
      add(.warning, "header-too-long", "the header is longer than the limit; its end was not read")
    }
    if header.fields.isEmpty {
      if !isEmpty { add(.warning, "header-missing", "no header field stands before the text") }
    } else if header.lacksBlankLine {
      add(.note, "header-unterminated", "no blank line between header and body")
    }
    if header.hasStrayLine {
      add(.note, "header-stray-line", "a line inside the header is no header field")
    }
  }

  mutating func add(_ tree: MIMETree) {
    if tree.isCut { addTooDeep() }
    if tree.lacksBoundary {
      add(
        .warning, "mime-boundary-missing", "a multipart whose boundary is missing or never occurs")
    } else if tree.hasUnclosed {
      add(.note, "mime-unclosed", "a multipart is not closed; the message may be truncated")
    }
  }

  /// Says that parts were left together, be they parts of the message or of messages inside it.
  mutating func addTooDeep() {
    add(
      .warning, "mime-too-deep", "more or deeper parts than the limit; they were left together",
      hint: "`thresh show ID --raw` prints the message as it came")
  }
}
