/// Finds people by what somebody types.
package enum NameSearch {
  /// Whether every word of `text` starts a word of `name`, case and accents aside.
  package static func matches(_ name: String, _ text: String) -> Bool {
    let own = PersonName(name).words
    let asked = PersonName(text).words
    return !asked.isEmpty && asked.allSatisfy { word in own.contains { $0.starts(with: word) } }
  }
}
