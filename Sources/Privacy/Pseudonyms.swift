public import Discussion

/// Puts stable pseudonyms in place of names, in bodies, greetings, signatures, quotations and addresses too.
///
/// Full names and addresses are replaced wherever they stand. A single name, such as the first name in a greeting, stands
/// for whoever bears it in the thread, else for whoever bears it in the archive if it is written as a name or stands in a
/// link; where several do, `[name]` takes its place.
/// Misspelt names and what else people tell about themselves stay: a quoted sentence can still be found by a search.
public struct Pseudonyms: Sendable {
  /// Who is behind which pseudonym, with everybody who was met.
  public private(set) var key: PseudonymKey
  private var entryOfPerson: [String: Int] = [:]
  private var entryOfAddress: [String: Int] = [:]
  private var entryOfFullName: [[String]: Int] = [:]
  private var entryOfHandle: [String: Int] = [:]
  /// For each thread, for each single name, the people who bear it.
  private var singles: [PostID: [String: Set<Int>]] = [:]
  /// For each single name everybody in the archive who bears it.
  private var bearers: [String: Set<Int>] = [:]
  /// Full names by their first word, the longest first.
  private var byFirstWord: [String: [(words: [String], entry: Int)]] = [:]

  /// Starts from a key, so that the same people keep their pseudonyms.
  public init(key: PseudonymKey = PseudonymKey()) {
    self.key = key
    for (index, entry) in key.entries.enumerated() {
      for person in entry.persons { entryOfPerson[person] = index }
      for address in entry.addresses { entryOfAddress[address.lowercased()] = index }
      for name in entry.names { learn(name, index) }
    }
  }

  /// Makes the people of a post known; all posts must be, before the first is rewritten.
  public mutating func add(_ archived: ArchivedPost) {
    let author = archived.post.author
    guard author != Author() else { return }
    let index = entry(of: author, person: archived.person)
    if let person = archived.person {
      entryOfPerson[person] = index
      key.entries[index].persons.insert(person)
    }
    if let address = author.address?.lowercased(), !address.isEmpty {
      entryOfAddress[address] = index
      key.entries[index].addresses.insert(address)
    }
    if let name = author.name, !name.isEmpty {
      if key.entries[index].names.insert(name).inserted { learn(name, index) }
      for word in NameWords(name).words where word.count > 1 {
        singles[archived.thread, default: [:]][word, default: []].insert(index)
        if word.count > 2, !Pseudonyms.functionWords.contains(word) {
          bearers[word, default: []].insert(index)
        }
      }
    }
  }

  /// The post with pseudonyms; its Message-ID, links and addresses, which lead to people, are gone.
  public func applied(to archived: ArchivedPost) -> ArchivedPost {
    var archived = archived
    let author = archived.post.author
    if author != Author() {
      let index = known(author, person: archived.person)
      let pseudonym = index.map { key.entries[$0].pseudonym } ?? "[name]"
      archived.post.author = Author(name: pseudonym)
      archived.person =
        archived.person == nil ? nil : Pseudonyms.personID(pseudonym)
    }
    archived.post.messageID = nil
    archived.post.permalink = nil
    archived.post.inReplyTo = []
    archived.post.references = []
    archived.statements = []
    if let person = archived.addressee?.person {
      archived.addressee?.person = entryOfPerson[person].map {
        Pseudonyms.personID(key.entries[$0].pseudonym)
      }
    }
    for index in archived.annotations.indices {
      archived.annotations[index].by = nil
      if archived.annotations[index].origin.hasPrefix("person:") {
        archived.annotations[index].origin = "person"
      }
    }
    for index in archived.copies.indices {
      archived.copies[index].path = applied(to: archived.copies[index].path)
      archived.copies[index].locator = archived.copies[index].locator.map { applied(to: $0) }
    }
    let names = singles[archived.thread] ?? [:]
    archived.rewrite(
      find: { changes(in: $0, names) },
      scrub: { text in
        let scalars = Array(text.unicodeScalars)
        return changes(in: scalars, names).applied(to: scalars)
      })
    return archived
  }

  /// A text that belongs to no thread, with full names, handles and addresses replaced.
  public func applied(to text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    return changes(in: scalars, [:]).applied(to: scalars)
  }

  // MARK: People

  private static func personID(_ pseudonym: String) -> String {
    "p-" + pseudonym.lowercased().filter { $0 != " " }
  }

  private mutating func entry(of author: Author, person: String?) -> Int {
    if let known = known(author, person: person) { return known }
    key.entries.append(
      PseudonymKey.Entry(
        pseudonym: "Person \(nextNumber)", persons: [], names: [], addresses: []))
    return key.entries.count - 1
  }

  private var nextNumber: Int {
    let numbers = key.entries.suffix(1).compactMap { Int($0.pseudonym.dropFirst("Person ".count)) }
    return max(key.entries.count, numbers.max() ?? 0) + 1
  }

  private func known(_ author: Author, person: String?) -> Int? {
    if let person, let index = entryOfPerson[person] { return index }
    if let address = author.address, let index = entryOfAddress[address.lowercased()] {
      return index
    }
    guard let name = author.name else { return nil }
    let words = NameWords(name).words
    return words.count > 1 ? entryOfFullName[words] : entryOfHandle[name.lowercased()]
  }

  private mutating func learn(_ name: String, _ index: Int) {
    let words = NameWords(name).words
    guard words.count > 1, words.contains(where: { $0.count > 2 }) else {
      entryOfHandle[name.lowercased()] = entryOfHandle[name.lowercased()] ?? index
      return
    }
    for form in [words, Array(words.suffix(1) + words.dropLast())] {
      guard entryOfFullName[form] == nil else { continue }
      entryOfFullName[form] = index
      byFirstWord[form[0], default: []].append((form, index))
      byFirstWord[form[0]]?.sort { $0.words.count > $1.words.count }
    }
  }

  // MARK: Text

  private func changes(
    in scalars: [Unicode.Scalar], _ names: [String: Set<Int>]
  ) -> TextChanges {
    var changes: [TextChanges.Change] = []
    if scalars.contains("@") {
      for (range, _) in MailAddresses.find(in: scalars, looksIntoLinks: true) {
        let address = String(String.UnicodeScalarView(scalars[range])).lowercased()
        let entry = entryOfAddress[address]
        changes.append(
          TextChanges.Change(
            range: range,
            replacement: entry.map { "[address of \(key.entries[$0].pseudonym)]" } ?? "[address]"))
      }
    }
    let words = NameWords(scalars)
    var index = 0
    while index < words.words.count {
      if let (count, entry) = fullName(at: index, in: words, scalars) {
        changes.append(
          TextChanges.Change(
            range: words.ranges[index].lowerBound..<words.ranges[index + count - 1].upperBound,
            replacement: key.entries[entry].pseudonym))
        index += count
        continue
      }
      let word = words.words[index]
      let first = scalars[words.ranges[index].lowerBound]
      let inThread = names[word].flatMap { isName(word, first) ? $0 : nil }
      if let found = inThread
        ?? (isNameElsewhere(at: index, in: words, scalars) ? bearers[word] : nil)
      {
        let only = found.count == 1 ? found.first : nil
        changes.append(
          TextChanges.Change(
            range: words.ranges[index],
            replacement: only.map { key.entries[$0].pseudonym } ?? "[name]"))
      }
      index += 1
    }
    return TextChanges(changes)
  }

  /// Whether a word that nobody of the thread is called by is written as a name.
  private func isNameElsewhere(
    at index: Int, in words: NameWords, _ scalars: [Unicode.Scalar]
  ) -> Bool {
    let (word, start) = (words.words[index], words.ranges[index].lowerBound)
    guard bearers[word] != nil else { return false }
    let isCommon = Pseudonyms.commonWords.contains(word)
    guard scalars[start].properties.isUppercase else {
      // Links lead to people by their names; elsewhere a word in lower case is only a word.
      guard !isCommon, word.count > 4 else { return false }
      let before = scalars[..<start].suffix(200).reversed().prefix { $0 != " " && $0 != "\n" }
      return before.count > 3 && zip(before, before.dropFirst()).contains { $0 == "/" && $1 == "/" }
    }
    guard isCommon else { return true }
    // "Mark" opens a sentence as a verb; inside of one it is a name.
    guard start > 1, scalars[start - 1] == " " else { return false }
    let before = scalars[start - 2]
    return before.properties.isLowercase || before == ","
  }

  /// The longest full name that starts at a word.
  private func fullName(
    at index: Int, in words: NameWords, _ scalars: [Unicode.Scalar]
  ) -> (wordCount: Int, entry: Int)? {
    for (form, entry) in byFirstWord[words.words[index]] ?? [] {
      guard index + form.count <= words.words.count,
        form.indices.allSatisfy({ words.words[index + $0] == form[$0] })
      else { continue }
      let gaps = (index + 1..<index + form.count).map {
        scalars[words.ranges[$0 - 1].upperBound..<words.ranges[$0].lowerBound]
      }
      // Between the words of a name stand blanks, stops or a comma, and the marks of quoted lines.
      let isJoined = gaps.allSatisfy { gap in
        gap.count <= 6 && gap.allSatisfy { " \n.,>_-".unicodeScalars.contains($0) }
      }
      if isJoined { return (form.count, entry) }
    }
    return nil
  }

  /// A name that is a common word too counts only where it is written as a name.
  private func isName(_ word: String, _ first: Unicode.Scalar) -> Bool {
    first.properties.isUppercase || !first.properties.isLowercase
      || (word.count > 2 && !Pseudonyms.commonWords.contains(word)
        && !Pseudonyms.functionWords.contains(word))
  }

  private static let commonWords: Set<String> = [
    "art", "bill", "bob", "bush", "cook", "dean", "drew", "faith", "field", "fields", "gay", "gene",
    "grace", "grant", "gray", "green", "guy", "hall", "hill", "hope", "hunt", "jack", "john", "joy",
    "king", "lane", "law", "little", "long", "love", "major", "mark", "marks", "may", "miles",
    "mills", "moon", "moore", "page", "park", "parks", "pat", "pope", "price", "ray", "read",
    "rich",
    "rob", "rock", "rose", "sand", "short", "small", "smith", "snow", "stone", "strange", "sue",
    "tom", "walker", "ward", "wells", "west", "white", "will", "wood", "woods", "young", "ben",
    "system", "delivery", "designer", "news", "brown", "group", "support", "team", "service",
  ]

  /// Words of names that name nobody.
  private static let functionWords: Set<String> = [
    "the", "and", "for", "list", "mail", "user", "admin", "der", "den", "del", "des", "dos", "las",
    "los", "bin", "van", "von", "may", "gmail", "com", "org", "net", "via", "info", "noreply",
  ]
}

/// The words of a text in lower case, as names are compared, with where they lie.
struct NameWords {
  private(set) var words: [String] = []
  private(set) var ranges: [Range<Int>] = []

  init(_ text: String) { self.init(Array(text.unicodeScalars)) }

  /// - Complexity: Linear.
  init(_ scalars: [Unicode.Scalar]) {
    var start: Int?
    for index in 0...scalars.count {
      let isInside =
        index < scalars.count
        && (NameWords.isLetter(scalars[index])
          || (start != nil && (scalars[index] == "'" || scalars[index] == "’")
            && index + 1 < scalars.count && NameWords.isLetter(scalars[index + 1])
            && !(scalars[index + 1] == "s"
              && (index + 2 == scalars.count || !NameWords.isLetter(scalars[index + 2])))))
      if isInside {
        if start == nil { start = index }
      } else if let first = start {
        words.append(String(String.UnicodeScalarView(scalars[first..<index])).lowercased())
        ranges.append(first..<index)
        start = nil
      }
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
    case 0..<0x80: false
    default: scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
    }
  }
}
