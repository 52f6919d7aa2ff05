internal import Discussion
internal import People

/// The authors of posts, each form once, and which forms are one person beyond doubt.
///
/// Two forms are one person when they show the same name or the same address. That is enough to tell whether somebody
/// answers themselves; `People` joins persons for readers.
struct AuthorTable {
  /// One form.
  struct Entry {
    var name: PersonName
    var localPart: PersonName?
    /// The address in lower-case ASCII.
    var address: [UInt8]
    var shown: String
    /// The number of the person.
    var person: Int
  }

  /// The forms in the order of their first posts.
  private(set) var entries: [Entry] = []
  /// For each post the index of its author's form.
  private(set) var ofPost: [Int] = []
  private var numbers: [Author: Int] = [:]
  private var personOfName: [PersonName: Int] = [:]
  private var personOfAddress: [[UInt8]: Int] = [:]

  init(_ posts: [EvidencePost], order: [Int]) {
    ofPost = [Int](repeating: 0, count: posts.count)
    for index in order {
      var author = posts[index].author
      author.url = nil
      if let number = numbers[author] {
        ofPost[index] = number
        continue
      }
      numbers[author] = entries.count
      ofPost[index] = entries.count
      entries.append(entry(for: author))
    }
  }

  /// The author of a post.
  func author(of post: Int) -> Entry { entries[ofPost[post]] }

  private mutating func entry(for author: Author) -> Entry {
    let name = PersonName(author.name ?? "")
    let address = (author.address ?? "").utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    var person: Int?
    if !name.words.isEmpty { person = personOfName[name] }
    if !address.isEmpty { person = person ?? personOfAddress[address] }
    let number = person ?? entries.count
    if !name.words.isEmpty, personOfName[name] == nil { personOfName[name] = number }
    if !address.isEmpty, personOfAddress[address] == nil { personOfAddress[address] = number }
    return Entry(
      name: name, localPart: author.address.map { PersonName($0) }, address: address,
      shown: author.shown, person: number)
  }
}

extension AuthorTable.Entry {
  /// How well an attribution names this author, from 0 to 1.
  func agreement(with attribution: ReplyClues.Attribution) -> Double {
    if address.count >= 6, attribution.folded.contains(address) { return 1 }
    guard let called = attribution.name else { return 0 }
    var best = name.agreement(with: called)
    if best == 0, let localPart { best = max(best, min(0.8, localPart.agreement(with: called))) }
    return best
  }

  /// How well a salutation fits this author, from 0 to 1.
  func fit(_ salutation: Salutation) -> Double {
    let best = name.fit(called: salutation.name)
    guard best == 0, name.words.isEmpty, let localPart else { return best }
    return 0.8 * localPart.fit(called: salutation.name)
  }
}

extension [UInt8] {
  /// Whether it holds `other` as an unbroken run.
  fileprivate func contains(_ other: [UInt8]) -> Bool {
    guard let first = other.first, count >= other.count else { return false }
    for start in 0...(count - other.count) where self[start] == first {
      if self[start..<start + other.count].elementsEqual(other) { return true }
    }
    return false
  }
}
