public import Discussion
public import SourceBytes

/// A field of a post that readers can mend.
public enum EditedField: String, Sendable, Hashable, CaseIterable {
  case author, date, subject, addressee, kind
}

/// A reader's mending of one field of a post, as the value of an ``CorrectionKind/edit`` holds it.
public enum PostEdit: Sendable, Hashable {
  /// The author's name; an address that is nil stays as it was, an empty one goes.
  case author(name: String, address: String?)
  case date(StatedDate)
  case subject(String)
  case addressee(String)
  case kind(PostKind)

  /// Reads what a person typed, or what a log holds.
  ///
  /// - Parameter text: `Name` or `Name <address>` for an author; ISO 8601 for a date, as far as it is known.
  /// - Returns: nil where the text is no value of the field.
  public init?(_ field: EditedField, _ text: String) {
    let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    switch field {
    case .author:
      guard !text.isEmpty else { return nil }
      guard text.hasSuffix(">"), let bracket = text.lastIndex(of: "<") else {
        self = .author(name: text, address: nil)
        return
      }
      let name = text[..<bracket].split(separator: " ").joined(separator: " ")
      let address = String(text[text.index(after: bracket)...].dropLast())
      guard !name.isEmpty, !address.contains(" ") else { return nil }
      self = .author(name: name, address: address)
    case .date:
      guard let date = StatedDate(iso8601: text) else { return nil }
      self = .date(date)
    case .subject: self = .subject(text)
    case .addressee:
      guard !text.isEmpty else { return nil }
      self = .addressee(text)
    case .kind:
      guard let kind = PostKind(rawValue: text), kind != .missing else { return nil }
      self = .kind(kind)
    }
  }

  /// Which field it mends.
  public var field: EditedField {
    switch self {
    case .author: .author
    case .date: .date
    case .subject: .subject
    case .addressee: .addressee
    case .kind: .kind
    }
  }

  /// The text from which it can be read again.
  public var text: String {
    switch self {
    case .author(let name, let address): address.map { "\(name) <\($0)>" } ?? name
    case .date(let date): date.iso8601
    case .subject(let text), .addressee(let text): text
    case .kind(let kind): kind.rawValue
    }
  }

  /// The edit of a decision; nil where it holds none, or one that this version cannot read.
  public init?(_ decision: Decision) {
    guard decision.kind == .edit, let field = decision.about.flatMap({ EditedField(rawValue: $0) }),
      let text = decision.value.text
    else { return nil }
    self.init(field, text)
  }

  /// The decision to mend a post so.
  public func decision(on post: PostID) -> Decision {
    Decision(.edit, post: post, about: field.rawValue, value: .text(text))
  }
}
