internal import Discussion
internal import People

/// A page of comments: its article and the comments from the oldest on.
struct CommentPage {
  var article: PostID
  /// The index of the article among the posts, if it is there.
  var articleIndex: Int?
  /// Indices of the comments, pingbacks left out.
  var comments: [Int] = []
  /// The person who runs the page: the article's author, else who comments on most pages of the venue.
  var owner: Int?

  /// Who writes by far the most comments, where nothing else tells whose page it is.
  func host(_ authors: AuthorTable) -> Int? {
    var counts: [Int: Int] = [:]
    for post in comments { counts[authors.author(of: post).person, default: 0] += 1 }
    let ranked = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    guard let first = ranked.first, first.value >= 3, first.value * 4 >= comments.count,
      ranked.count > 3, ranked[1].value * 3 <= first.value
    else { return nil }
    return first.key
  }

  /// Groups comments by their article.
  ///
  /// - Parameter order: The indices of all posts by (instant, position, id).
  static func pages(
    of posts: [EvidencePost], order: [Int], authors: AuthorTable, indexOfID: [PostID: Int]
  )
    -> [CommentPage]
  {
    var pages: [CommentPage] = []
    var numberOfArticle: [PostID: Int] = [:]
    for post in order where posts[post].kind == .comment {
      guard let article = posts[post].article else { continue }
      if let number = numberOfArticle[article] {
        pages[number].comments.append(post)
      } else {
        numberOfArticle[article] = pages.count
        pages.append(
          CommentPage(article: article, articleIndex: indexOfID[article], comments: [post]))
      }
    }
    var owners: [String: VenueOwner] = [:]
    for number in pages.indices {
      // Dates rule only when all have one; a page without dates is read from the top.
      if pages[number].comments.contains(where: { posts[$0].instant == nil }) {
        pages[number].comments.sort { left, right in
          let (first, second) = (posts[left], posts[right])
          return first.position != second.position
            ? first.position < second.position : first.id < second.id
        }
      }
      guard let venue = posts[pages[number].comments[0]].venues.first else { continue }
      owners[venue, default: VenueOwner()].add(
        Set(pages[number].comments.map { authors.author(of: $0).person }))
    }
    for number in pages.indices {
      if let index = pages[number].articleIndex, !authors.author(of: index).name.words.isEmpty {
        pages[number].owner = authors.author(of: index).person
      } else if let venue = posts[pages[number].comments[0]].venues.first {
        pages[number].owner = owners[venue]?.person
      }
      if pages[number].owner == nil { pages[number].owner = pages[number].host(authors) }
    }
    return pages
  }
}

/// Finds who comments on most pages of a venue.
private struct VenueOwner {
  private var pageCount = 0
  private var counts: [Int: Int] = [:]

  mutating func add(_ persons: Set<Int>) {
    pageCount += 1
    for person in persons { counts[person, default: 0] += 1 }
  }

  /// The person, where one stands out.
  var person: Int? {
    let ranked = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    guard let first = ranked.first, first.value >= 3, first.value * 3 >= pageCount else {
      return nil
    }
    guard ranked.count < 2 || ranked[1].value * 2 <= first.value else { return nil }
    return first.key
  }
}
