public import Discussion

/// A name that texts connect with a person.
public struct NameUse: Sendable, Hashable {
  /// The id of the person.
  public var person: String
  /// The name as written.
  public var name: String
  /// How the texts use it: `called` where others speak to the person, `signed` where the person signs.
  public var role: NameInText.Role
  /// Whether the person was found only because nobody else was left.
  public var isByElimination: Bool
  /// The first post that does.
  public var post: PostID
  /// How many posts do.
  public var postCount: Int
  /// How many people call them so; 1 for signatures.
  public var personCount: Int

  /// Records a use.
  public init(
    person: String, name: String, role: NameInText.Role, isByElimination: Bool, post: PostID,
    postCount: Int, personCount: Int
  ) {
    self.person = person
    self.name = name
    self.role = role
    self.isByElimination = isByElimination
    self.post = post
    self.postCount = postCount
    self.personCount = personCount
  }
}

/// Finds who may be one person, without deciding it.
public enum PersonSuggestions {
  /// A word that more persons bear says nothing.
  private static let bucketLimit = 40

  /// Suggestions, the surest first.
  ///
  /// - Parameter uses: What texts call people, and with what they sign.
  /// - Complexity: Near linear in the persons; only those that share a word, a page or an address are compared.
  public static func suggestions(
    for directory: PersonDirectory, uses: [NameUse] = []
  ) -> [PersonSuggestion] {
    var search = SuggestionSearch(directory, bucketLimit: bucketLimit)
    search.compareNames()
    search.comparePages()
    search.compareAddresses()
    for use in uses { search.consider(use) }
    return search.found.values.sorted { left, right in
      if left.confidence != right.confidence { return left.confidence > right.confidence }
      return (left.person, left.other ?? "", left.name ?? "")
        < (right.person, right.other ?? "", right.name ?? "")
    }
  }
}

/// Gathers suggestions, the surest for each pair.
private struct SuggestionSearch {
  private struct Entry {
    var id: String
    var names: [PersonName]
    var venues: Set<String>
    var pages: Set<String>
    var localParts: Set<String>
  }

  private let entries: [Entry]
  private let numberOfID: [String: Int]
  private let bucketLimit: Int
  private var ofWord: [[UInt8]: [Int]] = [:]
  private(set) var found: [String: PersonSuggestion] = [:]

  init(_ directory: PersonDirectory, bucketLimit: Int) {
    self.bucketLimit = bucketLimit
    entries = directory.persons.map { person in
      let forms = person.forms.map { directory.forms[$0] }
      let names = Set(forms.filter { $0.ownName != nil }.map(\.name))
        .filter { !$0.words.isEmpty && !GenericNames.contains($0) }
      return Entry(
        id: person.id, names: names.sorted { $0.key < $1.key },
        venues: Set(forms.map(\.venue)),
        pages: Set(forms.compactMap(\.author.url).compactMap(SuggestionSearch.page)),
        localParts: Set(
          forms.compactMap { form in
            form.wholeAddress.flatMap { $0.split(separator: "@").first.map(String.init) }
          }))
    }
    numberOfID = Dictionary(
      entries.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for (number, entry) in entries.enumerated() {
      for word in Set(entry.names.flatMap(\.words)).sorted(by: { $0.lexicographicallyPrecedes($1) })
      where word.count > 1 {
        ofWord[word, default: []].append(number)
      }
    }
  }

  /// The page of a profile without scheme, `www.` and final slash; nil for one that tells nobody apart.
  private static func page(_ url: String) -> String? {
    var text = Substring(url.lowercased())
    for prefix in ["https://", "http://", "www."] where text.hasPrefix(prefix) {
      text = text.dropFirst(prefix.count)
    }
    while text.hasSuffix("/") { text = text.dropLast() }
    return text.contains(".") && text.count >= 5 ? String(text) : nil
  }

  private mutating func add(
    _ left: Int, _ right: Int, _ basis: PersonSuggestion.Basis, _ confidence: Double,
    name: String? = nil, post: PostID? = nil, postCount: Int = 0
  ) {
    guard left != right else { return }
    let (first, second) = entries[left].id < entries[right].id ? (left, right) : (right, left)
    let key = entries[first].id + entries[second].id
    guard (found[key]?.confidence ?? 0) < confidence else { return }
    found[key] = PersonSuggestion(
      person: entries[first].id, other: entries[second].id, name: name, basis: basis,
      confidence: confidence, post: post, postCount: postCount)
  }

  /// Full names that are one or nearly one, and first names that only one bears.
  mutating func compareNames() {
    for (_, bucket) in ofWord.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) })
    where bucket.count > 1 && bucket.count <= bucketLimit {
      for (offset, left) in bucket.enumerated() {
        for right in bucket[(offset + 1)...] { compare(left, right) }
      }
      // One full name among persons with nothing but the word.
      let full = bucket.filter { entries[$0].names.contains(where: \.isFull) }
      guard full.count == 1, let only = full.first else { continue }
      for other in bucket where other != only {
        guard entries[other].names.allSatisfy({ $0.words.count == 1 }) else { continue }
        add(
          only, other, .firstName,
          entries[only].venues.isDisjoint(with: entries[other].venues) ? 0.35 : 0.5)
      }
    }
  }

  private mutating func compare(_ left: Int, _ right: Int) {
    for first in entries[left].names where first.isFull {
      for second in entries[right].names where second.isFull {
        if first.key == second.key {
          add(left, right, .name, 0.9)
        } else if PersonNameLikeness.isNear(first, second) {
          add(left, right, .spelling, 0.7)
        }
      }
    }
  }

  mutating func comparePages() {
    var ofPage: [String: [Int]] = [:]
    for (number, entry) in entries.enumerated() {
      for page in entry.pages { ofPage[page, default: []].append(number) }
    }
    for (_, persons) in ofPage.sorted(by: { $0.key < $1.key })
    where persons.count > 1 && persons.count <= 4 {
      for other in persons.dropFirst() { add(persons[0], other, .page, 0.8) }
    }
  }

  /// `jsmith`, `john.smith` and `smithj` beside John Smith.
  mutating func compareAddresses() {
    var ofLocalPart: [String: [Int]] = [:]
    for (number, entry) in entries.enumerated() {
      for part in entry.localParts { ofLocalPart[letters(part), default: []].append(number) }
      for name in entry.names where !name.isFull {
        ofLocalPart[letters(name.key), default: []].append(number)
      }
    }
    for (number, entry) in entries.enumerated() {
      for name in entry.names where name.isFull {
        let words = name.words.map { String(decoding: $0, as: UTF8.self) }
        guard let first = words.first, let last = words.last, last.count >= 3 else { continue }
        for form in [first + last, String(first.prefix(1)) + last, last + String(first.prefix(1))] {
          guard let others = ofLocalPart[form], others.count <= 3 else { continue }
          for other in others where other != number && agree(other, name) {
            add(number, other, .address, form == first + last ? 0.75 : 0.6)
          }
        }
      }
    }
  }

  /// Whether somebody shows no full name that is another one.
  private func agree(_ number: Int, _ name: PersonName) -> Bool {
    entries[number].names.allSatisfy { !$0.isFull || $0.agreement(with: name) > 0.6 }
  }

  private func letters(_ text: String) -> String { text.filter { $0.isLetter || $0.isNumber } }

  /// What texts call somebody who does not show that name.
  mutating func consider(_ use: NameUse) {
    guard let number = numberOfID[use.person] else { return }
    let name = PersonName(use.name)
    guard !name.words.isEmpty, !GenericNames.contains(name),
      !entries[number].names.contains(where: { $0.fit(called: name) > 0 })
    else { return }
    let isSigned = use.role == .signed
    // Somebody there who bears the name in full.
    if name.isFull, let bucket = ofWord[name.words[0]] {
      for other in bucket where entries[other].names.contains(where: { $0.key == name.key }) {
        add(
          number, other, isSigned ? .signature : .called, isSigned ? 0.8 : 0.6, name: use.name,
          post: use.post, postCount: use.postCount)
      }
    }
    let confidence: Double
    let basis: PersonSuggestion.Basis
    switch (use.role, use.isByElimination) {
    case (.signed, _):
      // Once may be a quotation or a closing word.
      guard use.postCount >= 2 || entries[number].names.allSatisfy({ $0.isHandle }) else { return }
      (basis, confidence) = (.signature, min(0.9, 0.6 + 0.1 * Double(use.postCount - 1)))
    case (.called, true):
      (basis, confidence) = (.elimination, min(0.85, 0.6 + 0.1 * Double(use.personCount - 1)))
    case (.called, false):
      guard use.personCount >= 2 else { return }
      (basis, confidence) = (.called, min(0.9, 0.5 + 0.1 * Double(use.personCount - 1)))
    }
    let key = use.person + "\0" + name.key
    guard (found[key]?.confidence ?? 0) < confidence else { return }
    found[key] = PersonSuggestion(
      person: use.person, other: nil, name: use.name, basis: basis, confidence: confidence,
      post: use.post, postCount: use.postCount)
  }
}

/// Whether two full names are nearly one.
enum PersonNameLikeness {
  /// As many words, all the same but one, and that one similar (Jaro-Winkler from .92) or short for the other.
  static func isNear(_ left: PersonName, _ right: PersonName) -> Bool {
    let first = left.words.filter { $0.count > 1 }
    let second = right.words.filter { $0.count > 1 }
    guard first.count == second.count, first.count >= 2 else { return false }
    let others = zip(first, second).filter { $0 != $1 }
    guard others.count == 1, let (one, two) = others.first else { return false }
    if Nicknames.join(one, two) { return true }
    guard min(one.count, two.count) >= 4 else { return false }
    return one.starts(with: two) || two.starts(with: one)
      || PersonName.jaroWinkler(one, two) >= 0.92
  }
}
