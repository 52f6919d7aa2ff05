internal import ArgumentParser

/// Options that take one of a few words.
enum Choice {
  /// The value that a word stands for.
  ///
  /// - Throws: An error that names all the words.
  static func parse<Value: RawRepresentable & CaseIterable>(_ word: String) throws -> Value
  where Value.RawValue == String {
    guard let value = Value(rawValue: word) else {
      let words = Value.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("'\(word)' is none of: \(words)")
    }
    return value
  }
}
