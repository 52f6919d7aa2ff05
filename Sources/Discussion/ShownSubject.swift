/// A subject as lists of threads show it: what replies added is gone, and so is the tag of the list itself.
///
/// Other tags say something (`[PATCH]`, `[MAINTAINERS SUMMIT]`) and stay.
public struct ShownSubject: Sendable, Hashable {
  /// The subject on one line; `(no subject)` where nothing is left.
  public let text: String

  /// Takes off a subject what a reader of these venues knows anyway.
  public init(_ subject: String?, venues: [Venue]) {
    guard let subject else {
      text = "(no subject)"
      return
    }
    let base = BaseSubject(subject)
    let tags = ShownSubject.tags(before: base.text, in: subject).filter { tag in
      !venues.contains { $0.id == tag.lowercased() || $0.name.lowercased() == tag.lowercased() }
    }
    let parts =
      tags.map { "[\($0)]" } + (base.text.isEmpty ? [] : [base.text])
      + (base.was.map { ["(was: \($0))"] } ?? [])
    text = parts.isEmpty ? "(no subject)" : parts.joined(separator: " ")
  }

  /// The tags in brackets that stand right before the base subject, without reply marks between.
  private static func tags(before base: String, in subject: String) -> [String] {
    let line = subject.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !base.isEmpty, let start = line.ranges(of: base).last?.lowerBound else { return [] }
    var rest = line[..<start]
    var tags: [String] = []
    while true {
      while rest.last == " " { rest = rest.dropLast() }
      guard rest.last == "]", let open = rest.lastIndex(of: "[") else { return tags.reversed() }
      tags.append(String(rest[rest.index(after: open)...].dropLast()))
      rest = rest[..<open]
    }
  }
}
