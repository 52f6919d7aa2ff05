public import Discussion
public import SourceBytes

/// A post as digests for mail programs hold it: whole, with the headers that name it.
public struct DigestMessage: Sendable, Hashable {
  /// Its id.
  public var id: PostID
  /// The author's name as shown.
  public var author: String
  /// The address; obscured ones have no domain.
  public var address: String?
  /// When it was written.
  public var date: StatedDate?
  /// The subject as written.
  public var subject: String
  /// The Message-ID without brackets; posts without one are named by their id.
  public var messageID: String
  /// The ids of its ancestors that the document holds, the nearest last.
  public var references: [String]
  /// Its text, line by line, without control characters.
  public var lines: [String]
}

extension DigestMessage {
  init(_ draft: ThreadDraft, _ index: Int, showsAddresses: Bool) {
    let post = draft.conversation.posts[index]
    id = post.id
    author = draft.authors[index]
    let address = post.author.address.map(DisplayText.line)
    self.address = showsAddresses ? address : nil
    date = post.date?.stated
    func visible(_ text: String) -> String {
      showsAddresses ? text : DisplayText.withoutAddresses(text)
    }
    subject = visible(DisplayText.line(post.subject ?? ""))
    messageID = DigestMessage.messageID(post)
    var ancestors: [String] = []
    var place = draft.conversation.parents[index]
    while let parent = place, parent >= 0, parent < index, ancestors.count < 20 {
      ancestors.append(DigestMessage.messageID(draft.conversation.posts[parent]))
      place = draft.conversation.parents[parent]
    }
    references = ancestors.reversed()
    lines = (post.text ?? "").unicodeScalars
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { visible(DisplayText.verbatimLine(Array($0)[...])) }
    while lines.last?.isEmpty == true { lines.removeLast() }
  }

  /// What can stand between angle brackets in a header.
  private static func messageID(_ post: Post) -> String {
    let written = post.messageID?.asWritten ?? ""
    let isSafe =
      written.utf8.allSatisfy { (0x21...0x7e).contains($0) && $0 != 0x3c && $0 != 0x3e }
      && written.contains("@")
    return isSafe ? written : "\(Anchor.safe(post.id.text))@\(ExchangeFields.domain)"
  }
}
