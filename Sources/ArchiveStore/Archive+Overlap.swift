internal import GRDB

/// What a source holds that others hold too.
public struct SourceOverlap: Sendable, Hashable {
  /// The file as the user named it.
  public var path: String
  /// How many posts it holds.
  public var postCount: Int
  /// How many of them no other source holds.
  public var onlyHere: Int
  /// How many posts are shown as this source has them.
  public var shown: Int
  /// The sources that share the most posts with it, the greatest first, at most three.
  public var partners: [Partner]

  /// A source that shares posts.
  public struct Partner: Sendable, Hashable {
    /// The file as the user named it.
    public var path: String
    /// How many posts both hold.
    public var shared: Int
  }
}

extension Archive {
  /// Tells of each source what it has that no other has, by path.
  ///
  /// - Parameter byFolder: Whether the files of a folder count as one source.
  public func overlap(byFolder: Bool) throws -> [SourceOverlap] {
    let counts = try database.reading { database in
      var counts = OverlapCounts()
      let cursor = try Row.fetchCursor(
        database,
        sql: """
          SELECT DISTINCT copies.post, sources.path, posts.bestCopy = copies.id FROM copies
            JOIN members ON members.id = copies.member JOIN sources ON sources.id = members.source
            JOIN posts ON posts.id = copies.post ORDER BY copies.post, sources.path
          """)
      while let row = try cursor.next() {
        var path: String = row[1]
        if byFolder, let end = path.lastIndex(of: "/") { path = String(path[..<end]) + "/" }
        counts.add(post: row[0], path: path, isShown: row[2] ?? false)
      }
      counts.endPost()
      return counts
    }
    return counts.overlaps
  }
}

/// Counts of posts by the sources that hold them; posts come one after another.
private struct OverlapCounts {
  /// More sources than these of one post are not paired with each other.
  private static let crowd = 50

  private var post: Int64?
  private var holders: [Int] = []
  private var indexOfPath: [String: Int] = [:]
  private var paths: [String] = []
  private var posts: [Int] = []
  private var only: [Int] = []
  private var shown: [Int] = []
  private var shared: [[Int: Int]] = []

  mutating func add(post: Int64, path: String, isShown: Bool) {
    if post != self.post { endPost() }
    self.post = post
    let index = indexOfPath[path] ?? paths.count
    if index == paths.count {
      indexOfPath[path] = index
      paths.append(path)
      posts.append(0)
      only.append(0)
      shown.append(0)
      shared.append([:])
    }
    if !holders.contains(index) { holders.append(index) }
    if isShown { shown[index] += 1 }
  }

  mutating func endPost() {
    for index in holders {
      posts[index] += 1
      if holders.count == 1 { only[index] += 1 }
      guard holders.count <= OverlapCounts.crowd else { continue }
      for other in holders where other != index { shared[index][other, default: 0] += 1 }
    }
    holders = []
  }

  var overlaps: [SourceOverlap] {
    paths.indices.map { index in
      let partners = shared[index].map {
        SourceOverlap.Partner(path: paths[$0.key], shared: $0.value)
      }
      .sorted { ($1.shared, $0.path) < ($0.shared, $1.path) }
      return SourceOverlap(
        path: paths[index], postCount: posts[index], onlyHere: only[index], shown: shown[index],
        partners: Array(partners.prefix(3)))
    }.sorted { $0.path < $1.path }
  }
}
