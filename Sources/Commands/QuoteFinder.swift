internal import Discussion

/// Finds the words that a person types in a post.
struct QuoteFinder {
  private let scalars: [Unicode.Scalar]
  private let own: [Range<Int>]

  /// A finder in one post.
  init(_ post: Post) {
    scalars = Array((post.text ?? "").unicodeScalars)
    own = PostParts.ownRanges(of: post.blocks, count: scalars.count)
  }

  /// Every place where the words stand; white space, case and the shape of quotation marks and dashes set aside.
  ///
  /// - Returns: Those in own words where there are any, else those in quotations; in order.
  func places(of quote: String) -> [Range<Int>] {
    let wanted = QuoteFinder.folded(Array(quote.unicodeScalars)).map(\.scalar)
    guard !wanted.isEmpty else { return [] }
    let text = QuoteFinder.folded(scalars)
    let found = Annotation.places(of: wanted, in: text.map(\.scalar)).map { start in
      text[start].place..<text[start + wanted.count - 1].place + 1
    }
    let inOwn = found.filter(isOwn)
    return inOwn.isEmpty ? found : inOwn
  }

  /// Whether a place lies in the author's own words.
  func isOwn(_ place: Range<Int>) -> Bool {
    own.contains { $0.lowerBound <= place.lowerBound && place.upperBound <= $0.upperBound }
  }

  /// The one place of the words.
  ///
  /// - Parameter occurrence: Which of several, from 1.
  /// - Throws: ``Failure`` that says where they stand if there is not one place.
  func place(of quote: String, occurrence: Int?, in post: Post) throws -> Range<Int> {
    let places = places(of: quote)
    let name = post.id.text.prefix(8)
    guard let first = places.first else {
      throw Failure(
        message: "\(name): “\(SafeText.line(quote))” does not stand in this post",
        hint: "`thresh show \(name) --post` prints its text; copy the words from there")
    }
    if let occurrence {
      guard places.indices.contains(occurrence - 1) else {
        throw Failure(message: "\(name): the words stand there \(places.count) times only")
      }
      return places[occurrence - 1]
    }
    guard places.count == 1 else {
      let contexts = places.prefix(9).enumerated().map { index, place in
        "  \(index + 1)  …\(SafeText.line(context(of: place)))…"
      }
      throw Failure(
        message: "\(name): “\(SafeText.line(quote))” stands there \(places.count) times:\n"
          + contexts.joined(separator: "\n"),
        hint: "give more of the words, or --occurrence 1 to \(places.count)")
    }
    return first
  }

  private func context(of place: Range<Int>) -> String {
    let start = max(0, place.lowerBound - 30)
    let end = min(scalars.count, place.upperBound + 30)
    return String(String.UnicodeScalarView(scalars[start..<end]))
  }

  /// Small letters, one blank for any white space, plain quotation marks and dashes; with where each stands.
  private static func folded(
    _ scalars: [Unicode.Scalar]
  ) -> [(scalar: Unicode.Scalar, place: Int)] {
    var folded: [(scalar: Unicode.Scalar, place: Int)] = []
    folded.reserveCapacity(scalars.count)
    for (place, scalar) in scalars.enumerated() {
      if scalar.properties.isWhitespace {
        if let last = folded.last, last.scalar != " " { folded.append((" ", place)) }
        continue
      }
      switch scalar.value {
      case 0x2018, 0x2019, 0x201b, 0x60, 0xb4: folded.append(("'", place))
      case 0x201c, 0x201d, 0x201e, 0xab, 0xbb: folded.append(("\"", place))
      case 0x2010...0x2015, 0x2212: folded.append(("-", place))
      case 0x2026: for _ in 0..<3 { folded.append((".", place)) }
      default:
        for lower in scalar.properties.lowercaseMapping.unicodeScalars {
          folded.append((lower, place))
        }
      }
    }
    if folded.last?.scalar == " " { folded.removeLast() }
    return folded
  }
}
