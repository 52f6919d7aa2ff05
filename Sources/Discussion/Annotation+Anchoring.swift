extension Annotation {
  /// Looks for the span in the text as it is now and notes what became of it.
  ///
  /// First the words as they stand: of several places the one that continues the prefix or goes on as the suffix counts,
  /// else the nearest. Then the same letters and digits with other white space, signs or lost characters between them, as
  /// another copy of a post shows it. Then whatever stands between prefix and suffix, if it is about as long.
  ///
  /// - Complexity: Linear in the text for each of the three.
  public mutating func anchor(in scalars: [Unicode.Scalar]) {
    guard let range, let exact else { return }
    let words = Array(exact.unicodeScalars)
    guard !words.isEmpty else { return }
    if Annotation.stands(words, at: range.lowerBound, in: scalars), range.count == words.count {
      if state == .orphaned { state = .placed }
      return
    }
    let found =
      placeOfWords(words, near: range.lowerBound, in: scalars)
      ?? placeOfLetters(words, near: range.lowerBound, in: scalars)
      ?? placeBetween(near: range.lowerBound, count: words.count, in: scalars)
    guard let found else {
      state = .orphaned
      return
    }
    self.range = found
    state = .moved
  }

  /// Every place where a text has these words as they stand, from the first on.
  ///
  /// - Complexity: Linear in the text for words whose first scalars are rare in it.
  public static func places(of words: [Unicode.Scalar], in scalars: [Unicode.Scalar]) -> [Int] {
    guard let first = words.first, words.count <= scalars.count else { return [] }
    return (0...scalars.count - words.count).filter {
      scalars[$0] == first && stands(words, at: $0, in: scalars)
    }
  }

  private static func stands(
    _ words: [Unicode.Scalar], at start: Int, in scalars: [Unicode.Scalar]
  ) -> Bool {
    start >= 0 && start + words.count <= scalars.count
      && scalars[start..<start + words.count].elementsEqual(words)
  }

  private func placeOfWords(
    _ words: [Unicode.Scalar], near place: Int, in scalars: [Unicode.Scalar]
  ) -> Range<Int>? {
    func isContinued(_ start: Int) -> Bool {
      let before = Array((prefix ?? "").unicodeScalars.suffix(12))
      let behind = Array((suffix ?? "").unicodeScalars.prefix(12))
      let end = start + words.count
      return scalars[..<start].suffix(before.count).elementsEqual(before)
        || scalars[end...].prefix(behind.count).elementsEqual(behind)
    }
    return Annotation.places(of: words, in: scalars).min { left, right in
      let (first, second) = (isContinued(left) ? 0 : 1, isContinued(right) ? 0 : 1)
      return (first, abs(left - place), left) < (second, abs(right - place), right)
    }.map { $0..<$0 + words.count }
  }

  /// The nearest place with the same letters and digits, whatever stands between them.
  private func placeOfLetters(
    _ words: [Unicode.Scalar], near place: Int, in scalars: [Unicode.Scalar]
  ) -> Range<Int>? {
    let wanted = words.filter(Annotation.tells).map(Annotation.lower)
    // A few letters stand everywhere.
    guard wanted.count >= 8 else { return nil }
    let places = scalars.indices.filter { Annotation.tells(scalars[$0]) }
    let letters = places.map { Annotation.lower(scalars[$0]) }
    // The signs at both ends belong to the words where they stand there too.
    let head = Array(words.prefix { !Annotation.tells($0) }.reversed())
    let tail = Array(words.reversed().prefix { !Annotation.tells($0) }.reversed())
    return Annotation.places(of: wanted, in: letters).map { start in
      var range = places[start]..<places[start + wanted.count - 1] + 1
      for sign in head where range.lowerBound > 0 && scalars[range.lowerBound - 1] == sign {
        range = range.lowerBound - 1..<range.upperBound
      }
      for sign in tail where range.upperBound < scalars.count && scalars[range.upperBound] == sign {
        range = range.lowerBound..<range.upperBound + 1
      }
      return range
    }.min { left, right in
      (abs(left.lowerBound - place), left.lowerBound)
        < (abs(right.lowerBound - place), right.lowerBound)
    }
  }

  /// What stands between prefix and suffix, where it is as long as the words were, give or take a third.
  private func placeBetween(
    near place: Int, count: Int, in scalars: [Unicode.Scalar]
  ) -> Range<Int>? {
    let before = Array((prefix ?? "").unicodeScalars.suffix(16))
    let behind = Array((suffix ?? "").unicodeScalars.prefix(16))
    guard before.count >= 8, behind.count >= 8 else { return nil }
    let ends = Annotation.places(of: behind, in: scalars)
    return Annotation.places(of: before, in: scalars).compactMap { start -> Range<Int>? in
      let start = start + before.count
      guard let end = ends.first(where: { $0 > start }) else { return nil }
      return 3 * abs(end - start - count) <= count ? start..<end : nil
    }.min { left, right in
      (abs(left.lowerBound - place), left.lowerBound)
        < (abs(right.lowerBound - place), right.lowerBound)
    }
  }

  /// ASCII letters and digits: archives lose others.
  private static func tells(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
    default: false
    }
  }

  private static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar.value <= 0x5a && scalar.value >= 0x41
      ? Unicode.Scalar(UInt8(scalar.value + 0x20)) : scalar
  }
}
