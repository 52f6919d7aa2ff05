public import Discussion
internal import SourceBytes

extension CorrectionKind {
  /// What was removed from a post for good: about `all` of it or about the digest of a passage; null where a later import
  /// may bring it back.
  public static let redaction = CorrectionKind(rawValue: "redaction")
  /// That a post is hidden: the value says `until` which day, ISO 8601, or is null where it is shown again.
  public static let restriction = CorrectionKind(rawValue: "restriction")
}

/// What is removed from a post for good.
public enum Redaction: Sendable, Hashable {
  /// The text, the author and the attachments' names.
  case all
  /// One passage, wherever it stands in the post.
  case passage(RemovedPassage)

  /// As it is kept: the log has no word of what was removed.
  public func decision(on post: PostID) -> Decision {
    switch self {
    case .all: Decision(.redaction, post: post, about: "all", value: true)
    case .passage(let passage):
      Decision(
        .redaction, post: post, about: passage.digest,
        value: [
          "letters": .integer(passage.letterCount), "sum": .text(String(passage.sum, radix: 16)),
        ])
    }
  }

  /// Reads a decision; nil where it removes nothing or is of another kind.
  public init?(_ decision: Decision) {
    guard decision.kind == .redaction, let about = decision.about else { return nil }
    if about == "all" {
      guard decision.value.flag == true else { return nil }
      self = .all
      return
    }
    guard let count = decision.value["letters"]?.integer, count > 0,
      let sum = decision.value["sum"]?.text.flatMap({ UInt64($0, radix: 16) })
    else { return nil }
    self = .passage(RemovedPassage(letterCount: count, sum: sum, digest: about))
  }
}

/// A passage that is known by digests of its letters and digits, without its words.
///
/// White space, punctuation and marks of quotation do not count, so it is found in other copies of a post too.
public struct RemovedPassage: Sendable, Hashable {
  /// How many letters and digits it has.
  public var letterCount: Int
  /// A rolling sum of them, by which places are looked for.
  public var sum: UInt64
  /// Their SHA-256, hexadecimal, which decides.
  public var digest: String

  init(letterCount: Int, sum: UInt64, digest: String) {
    self.letterCount = letterCount
    self.sum = sum
    self.digest = digest
  }

  /// Takes the digests of a passage; nil where it has no letter or digit.
  public init?(_ passage: some Sequence<Unicode.Scalar>) {
    let letters = passage.filter(RemovedPassage.counts)
    guard !letters.isEmpty else { return nil }
    letterCount = letters.count
    sum = letters.reduce(0) { RemovedPassage.next($0, $1) }
    digest = RemovedPassage.digest(letters)
  }

  /// Whether a scalar is one of those that are compared.
  public static func counts(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
    case 0..<0x80: false
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }

  /// Every place of the passage in a text, from its first letter to its last, in order and apart from each other.
  ///
  /// - Complexity: Linear in the text, by the method of Karp and Rabin (1987).
  public func ranges(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var places: [Int] = []
    for (place, scalar) in scalars.enumerated() where RemovedPassage.counts(scalar) {
      places.append(place)
    }
    guard letterCount > 0, places.count >= letterCount else { return [] }
    var highest: UInt64 = 1
    for _ in 1..<letterCount { highest = highest &* RemovedPassage.base }
    var rolling: UInt64 = 0
    var found: [Range<Int>] = []
    for (index, place) in places.enumerated() {
      if index >= letterCount {
        let gone = UInt64(scalars[places[index - letterCount]].value)
        rolling = rolling &- gone &* highest
      }
      rolling = RemovedPassage.next(rolling, scalars[place])
      let first = index + 1 - letterCount
      guard first >= 0, rolling == sum, (found.last?.upperBound ?? 0) <= places[first],
        RemovedPassage.digest(places[first...index].map { scalars[$0] }) == digest
      else { continue }
      found.append(places[first]..<place + 1)
    }
    return found
  }

  private static let base: UInt64 = 1_000_003

  private static func next(_ sum: UInt64, _ scalar: Unicode.Scalar) -> UInt64 {
    sum &* base &+ UInt64(scalar.value)
  }

  private static func digest(_ letters: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: letters)
    return ContentDigest(of: Array(String(view).utf8).span).hexadecimal
  }
}
