internal import Discussion

/// What a reader decided about who is who.
public enum PersonDecision: Sendable, Hashable {
  /// Two ids, of persons or of forms, are one person.
  case merge(String, String)
  /// A form is a person of its own.
  case split(String)
}

/// The persons behind the names of posts.
///
/// Joined by themselves are only forms with one address, and forms with one full name within a venue. An address from
/// which three or more people write, such as that of a list or a tracker, joins nobody; a name such as "Anonymous" does
/// not either. What else may be one person, ``PersonSuggestions`` says.
public struct PersonDirectory: Sendable {
  /// One person.
  public struct Person: Sendable, Hashable {
    /// The id: that of one of the forms, the least of those with an address, else the least of all.
    public var id: String
    /// The name to print: the full name that most posts show.
    public var name: String
    /// Indices of the forms, in their order.
    public var forms: [Int]
    /// How many posts they wrote.
    public var postCount: Int
  }

  /// The forms by name, address, page and venue.
  public let forms: [AuthorForm]
  /// The id of each form; a person can be named by any of theirs.
  public let formIDs: [String]
  /// The persons by id.
  public private(set) var persons: [Person] = []
  /// For each form the index of its person.
  public private(set) var personOfForm: [Int] = []

  /// Joins forms.
  ///
  /// - Parameters:
  ///   - forms: In any order, each once.
  ///   - decisions: In the order in which they were made; they win over what forms share.
  /// - Complexity: O(n log n) in the forms, and linear in the decisions times the forms of their persons.
  public init(_ forms: [AuthorForm], decisions: [PersonDecision] = []) {
    let sorted = forms.map { (FormOrder($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    self.forms = sorted
    let shared = SharedAddresses(sorted)
    formIDs = sorted.map { PersonDirectory.id(of: $0, shared: shared) }
    var groups = Groups(count: sorted.count)
    var first: [String: Int] = [:]
    func join(_ key: String, _ index: Int) {
      if let other = first[key] { groups.join(other, index) } else { first[key] = index }
    }
    for (index, form) in sorted.enumerated() {
      join("i" + formIDs[index], index)
      let name = form.name
      guard !GenericNames.contains(name) else { continue }
      if name.isFull { join("n" + form.venue + "\0" + name.key, index) }
    }
    joinNamesWithOnePage(&groups)
    groups.apply(decisions, formIDs: formIDs)
    collect(groups)
  }

  /// The person that an id names: theirs, or that of one of their forms.
  public func person(_ id: String) -> Person? {
    formIDs.firstIndex(of: id).map { persons[personOfForm[$0]] }
  }

  /// One word, with and without a page, where the venue knows one page under it: the article's author and her comments.
  private func joinNamesWithOnePage(_ groups: inout Groups) {
    var ofName: [String: [Int]] = [:]
    for (index, form) in forms.enumerated() where form.wholeAddress == nil {
      let name = form.name
      guard name.words.count == 1, !GenericNames.contains(name) else { continue }
      ofName[form.venue + "\0" + name.key, default: []].append(index)
    }
    for indices in ofName.values
    where Set(indices.compactMap { forms[$0].author.url }).count == 1 {
      for index in indices.dropFirst() { groups.join(indices[0], index) }
    }
  }

  private mutating func collect(_ groups: Groups) {
    var members: [Int: [Int]] = [:]
    var groups = groups
    for index in forms.indices { members[groups.root(of: index), default: []].append(index) }
    persons = members.values.map { indices in
      let withAddress = indices.filter { forms[$0].wholeAddress != nil }
      let id = (withAddress.isEmpty ? indices : withAddress).map { formIDs[$0] }.min() ?? ""
      return Person(
        id: id, name: PersonDirectory.name(of: indices.map { forms[$0] }), forms: indices,
        postCount: indices.reduce(0) { $0 + forms[$1].postCount })
    }.sorted { ($0.id, $0.forms.first ?? 0) < ($1.id, $1.forms.first ?? 0) }
    personOfForm = [Int](repeating: 0, count: forms.count)
    for (number, person) in persons.enumerated() {
      for index in person.forms { personOfForm[index] = number }
    }
  }

  /// The name that most posts show, full names first; of equals the longest.
  private static func name(of forms: [AuthorForm]) -> String {
    var counts: [String: Int] = [:]
    for form in forms {
      guard let name = form.ownName else { continue }
      counts[name, default: 0] += form.postCount
    }
    let best = counts.min { left, right in
      let (first, second) = (PersonName(left.key).isFull, PersonName(right.key).isFull)
      if first != second { return first }
      if left.value != right.value { return left.value > right.value }
      return left.key.count != right.key.count
        ? left.key.count > right.key.count : left.key < right.key
    }
    return best?.key ?? forms.first?.author.shown ?? ""
  }

  /// `p-` and ten characters, a function of the form alone.
  private static func id(of form: AuthorForm, shared: SharedAddresses) -> String {
    let name = form.name
    let key: String
    if let address = form.wholeAddress {
      key =
        shared.contains(address) || form.isSentByList
        ? "address\0\(address)\0\(name.key)" : "address\0\(address)"
    } else if !name.words.isEmpty {
      // One word is a weak name: their pages tell namesakes apart.
      let page = name.isFull || name.isHandle ? "" : form.author.url ?? ""
      key = "name\0\(form.venue)\0\(name.key)\0\(page)"
    } else {
      key = "shown\0\(form.venue)\0\(form.author.shown)"
    }
    return "p-" + StableName.letters(of: key, characterCount: 10)
  }
}

/// The order of forms.
private struct FormOrder: Comparable {
  let parts: [String]

  init(_ form: AuthorForm) {
    parts = [
      form.author.name ?? "", form.author.address ?? "", form.author.url ?? "", form.venue,
      form.author.name == nil ? "" : "n", form.author.address == nil ? "" : "a",
      form.author.url == nil ? "" : "u",
    ]
  }

  static func < (left: FormOrder, right: FormOrder) -> Bool {
    left.parts.lexicographicallyPrecedes(right.parts)
  }
}

/// Addresses from which three or more people write.
private struct SharedAddresses {
  private var addresses: Set<String> = []

  init(_ forms: [AuthorForm]) {
    var names: [String: [PersonName]] = [:]
    for form in forms {
      guard let address = form.wholeAddress, names[address]?.count != 3 else { continue }
      let words = form.name
      // Names that share a word may be one person's.
      guard !words.words.isEmpty,
        !(names[address] ?? []).contains(where: { $0.agreement(with: words) > 0 })
      else { continue }
      names[address, default: []].append(words)
    }
    addresses = Set(names.filter { $0.value.count >= 3 }.keys)
  }

  func contains(_ address: String) -> Bool { addresses.contains(address) }
}

/// Forms in groups that can be joined.
private struct Groups {
  private var above: [Int]

  init(count: Int) { above = Array(0..<count) }

  mutating func root(of index: Int) -> Int {
    var root = index
    while above[root] != root {
      above[root] = above[above[root]]
      root = above[root]
    }
    return root
  }

  mutating func join(_ left: Int, _ right: Int) {
    let (first, second) = (root(of: left), root(of: right))
    above[max(first, second)] = min(first, second)
  }

  mutating func apply(_ decisions: [PersonDecision], formIDs: [String]) {
    guard !decisions.isEmpty else { return }
    var indices: [String: [Int]] = [:]
    for (index, id) in formIDs.enumerated() { indices[id, default: []].append(index) }
    for decision in decisions {
      switch decision {
      case .merge(let left, let right):
        if let first = indices[left]?.first, let second = indices[right]?.first {
          join(first, second)
        }
      case .split(let id):
        take(indices[id] ?? [])
      }
    }
  }

  /// Makes a group of its own out of some members of a group.
  private mutating func take(_ members: [Int]) {
    guard let first = members.first else { return }
    let taken = Set(members)
    let old = root(of: first)
    let rest = above.indices.filter { !taken.contains($0) && root(of: $0) == old }
    for index in members + rest { above[index] = index }
    for index in members { join(first, index) }
    for index in rest { join(rest[0], index) }
  }
}

/// Names that many bear.
enum GenericNames {
  static func contains(_ name: PersonName) -> Bool {
    name.words.contains { names.contains(String(decoding: $0, as: UTF8.self)) }
  }

  private static let names: Set<String> = [
    "anonymous", "anon", "anonym", "anonyme", "anonimo", "guest", "gast", "invite", "admin",
    "administrator", "webmaster", "postmaster", "root", "nobody", "noname", "unknown", "user",
    "noreply", "moderator", "system", "mailer", "daemon", "bot", "notification", "notifications",
    "аноним", "гость",
  ]
}

extension PersonName {
  /// Whether it has two or more words that are no initials.
  var isFull: Bool { words.count { $0.count > 1 } >= 2 }

  /// The words in one string, whatever their order; initials left out of full names.
  var key: String {
    let kept = isFull ? words.filter { $0.count > 1 } : words
    return kept.map { String(decoding: $0, as: UTF8.self) }.sorted().joined(separator: " ")
  }
}
