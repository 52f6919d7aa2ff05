internal import Discussion
internal import SourceBytes

/// Who answers whom, gathered while posts go by.
struct PeopleNetwork {
  struct Person {
    var name: String
    var postCount = 0
    var first: StatedDate?
    var last: StatedDate?
  }

  struct Pair: Hashable {
    var from: String
    var to: String
  }

  private(set) var people: [String: Person] = [:]
  private(set) var replies: [Pair: Int] = [:]
  /// The people of the current thread by post.
  private var authors: [PostID: String] = [:]
  private var thread: PostID?

  /// - Complexity: Memory for the people, the pairs that spoke, and one thread.
  mutating func add(_ archived: ArchivedPost) {
    if thread != archived.thread {
      thread = archived.thread
      authors = [:]
    }
    let author = archived.post.author
    guard author != Author() else { return }
    let key = archived.person ?? author.address ?? author.shown
    var person = people[key] ?? Person(name: author.shown)
    person.postCount += 1
    if let date = archived.post.date?.stated {
      if person.first.map({ date.instant < $0.instant }) ?? true { person.first = date }
      if person.last.map({ date.instant > $0.instant }) ?? true { person.last = date }
    }
    people[key] = person
    authors[archived.post.id] = key
    if let parent = archived.parent.flatMap({ authors[$0] }) {
      replies[Pair(from: key, to: parent), default: 0] += 1
    }
  }

  /// The people by key.
  var sortedPeople: [(key: String, person: Person)] {
    people.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The pairs by their keys.
  var sortedReplies: [(pair: Pair, count: Int)] {
    replies.sorted { ($0.key.from, $0.key.to) < ($1.key.from, $1.key.to) }
      .map { ($0.key, $0.value) }
  }
}

/// The posts of one thread that were written, so that no edge leads to a post that was not.
struct WrittenPosts {
  private var thread: PostID?
  private var ids: Set<PostID> = []

  /// Adds a post, and tells whether its parent was written before.
  mutating func add(_ archived: ArchivedPost) -> Bool {
    if thread != archived.thread {
      thread = archived.thread
      ids = []
    }
    ids.insert(archived.post.id)
    return archived.parent.map { ids.contains($0) } ?? false
  }
}
