internal import Compression
internal import Discussion
private import Dispatch
private import Foundation
private import Synchronization
internal import Threading

/// A post as it lies in the archive, its text still compressed.
struct KeptText: Sendable {
  var post: EvidencePost
  var frame: [UInt8]?
  var blocks: [UInt8]?

  /// The post with its text.
  func opened(with codec: ZstandardCodec) -> EvidencePost? {
    var post = post
    guard let frame, let blocks else { return post }
    guard let text = try? codec.decompress(frame.span) else { return nil }
    post.text = String(decoding: text, as: UTF8.self)
    post.blocks = BlockCoding.decode(blocks)
    return post
  }
}

/// A part with its texts.
struct KeptPart: Sendable {
  var posts: [KeptText] = []
  /// The parents that headers, markup or readers state.
  var linked: [PostID: PostID] = [:]
  /// What the members of ``EvidencePart`` say about each post.
  var children: Set<PostID> = []
  var scored: Set<PostID> = []
  var unmarked: Set<PostID> = []
  var leastConfidence: Double
}

/// Links parts side by side while the next ones are read; the result stands in the order in which they came.
///
/// Has threads of its own: a pool counts the reader as busy while it waits for room, and would leave a core idle.
final class PartLinking: Sendable {
  private struct Queue {
    var waiting: [(index: Int, part: KeptPart)] = []
    var found: [[ReplyLink]] = []
  }

  private let places: DispatchSemaphore
  /// Counts the parts that wait, and once for each thread when no more come.
  private let work = DispatchSemaphore(value: 0)
  private let width: Int
  private let threads = DispatchGroup()
  private let queue = Mutex(Queue())

  /// - Parameters:
  ///   - width: How many are linked at once.
  ///   - reach: How many may have been read; their texts are compressed until they are linked.
  init(width: Int, reach: Int) {
    places = DispatchSemaphore(value: reach)
    self.width = width
  }

  /// Whether one more may be read at once.
  func takeRoom() -> Bool { places.wait(timeout: .now()) == .success }

  /// Waits until one more may be read.
  func waitForRoom() { places.wait() }

  /// Starts on one, for which room was taken.
  func add(_ part: KeptPart) {
    let count = queue.withLock { queue in
      queue.waiting.append((queue.found.count, part))
      queue.found.append([])
      return queue.found.count
    }
    // The threads come with the first parts: a small archive needs one or none.
    if count <= width {
      threads.enter()
      Thread.detachNewThread { [self] in
        linkAll()
        threads.leave()
      }
    }
    work.signal()
  }

  private func linkAll() {
    let codec = ZstandardCodec()
    while true {
      work.wait()
      let next = queue.withLock { $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }
      guard let next else { return }
      let links = links(of: next.part, with: codec)
      queue.withLock { $0.found[next.index] = links }
      places.signal()
    }
  }

  private func links(of part: KeptPart, with codec: ZstandardCodec) -> [ReplyLink] {
    let posts = part.posts.compactMap { $0.opened(with: codec) }
    return EvidenceThreading.links(for: posts, linked: part.linked, children: part.scored).filter {
      part.children.contains($0.child)
        && ($0.confidence >= part.leastConfidence || !part.unmarked.contains($0.child))
    }
  }

  /// Waits for all of them.
  ///
  /// - Returns: The links of each part.
  func finish() -> [[ReplyLink]] {
    for _ in 0..<width { work.signal() }
    threads.wait()
    return queue.withLock { $0.found }
  }
}
