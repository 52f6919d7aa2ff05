internal import Digests
internal import Discussion
internal import Exports

/// Where posts can be read in public.
struct DigestLinks {
  /// What the template of a venue makes of a post, by venue.
  let templates: [String: LinkTemplate]

  /// The permalink of a post, else what the template of its venue gives.
  func finder(for posts: [[ArchivedPost]]) -> (Post) -> String? {
    guard !templates.isEmpty else { return { $0.permalink } }
    let venues = Dictionary(
      posts.joined().compactMap { post in post.venues.first.map { (post.post.id, $0.id) } },
      uniquingKeysWith: { first, _ in first })
    return { post in
      post.permalink ?? venues[post.id].flatMap { templates[$0] }?.link(to: post)
    }
  }

  /// Where posts were read from.
  static func sources(of posts: [[ArchivedPost]]) -> (Post) -> DigestSource? {
    let sources = Dictionary(
      posts.joined().compactMap { post in post.copies.first.map { (post.post.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    return { post in
      sources[post.id].map {
        DigestSource(path: $0.path, locator: $0.locator ?? "", sha256: $0.digest)
      }
    }
  }
}
