internal import HTMLTree

/// Finds a comment's own words.
extension CommentParts {
  static let bodyClasses = [
    "comment-content", "wp-block-comment-content", "comment-text", "comment_text", "commenttext",
    "comment_content",
    "commentcontent", "comment__content", "comment__text", "comment-entry", "comment-message",
    "comment-body-text", "wc-comment-text", "wpd-comment-text", "commentbody", "comment_body",
    "comment-body", "epoch-comment-content",
    "comment-inner-content", "comment-copy", "commententry", "comment-main", "comment-p",
    // Of forums.
    "postbody", "post_body", "postcontent", "post-content", "post_content", "post-body",
    "messagetext",
    "message-body", "ipstype_richtext",
  ]

  mutating func findText() {
    if let defined = definedText {
      text = defined
      return
    }
    let omitted = omissions()
    if let body = bodyElement(omitted) {
      text = body
      return
    }
    text = remainder(omitted)
  }

  private func options(_ omitted: Set<Int>) -> ReadableTextOptions {
    var options = ReadableTextOptions()
    options.omitted = omitted
    return options
  }

  /// The element that holds the body and nothing of the header, where the template names one.
  private func bodyElement(_ omitted: Set<Int>) -> String? {
    var best: String?
    for node in elements {
      guard
        node.states("text") || node.states("commentText")
          || Self.bodyClasses.contains(where: { node.hasClass($0) }),
        !holdsHeader(node)
      else { continue }
      let text = node.readableText(options(omitted.subtracting([node.index])))
      if text.utf8.count > best?.utf8.count ?? 0 { best = text }
    }
    return best
  }

  private func holdsHeader(_ node: HTMLNode) -> Bool {
    if let authorNode, node.contains(authorNode) { return true }
    if let dateNode, node.contains(dateNode) { return true }
    return false
  }

  /// What is left of the comment without its header, its links and its labels.
  private func remainder(_ omitted: Set<Int>) -> String {
    var header: [Range<Int>] = []
    for node in [authorNode, dateNode] {
      guard let node else { continue }
      let top = headerBlock(of: node, omitted)
      header.append(top.index..<top.endIndex)
    }
    header.sort { $0.lowerBound < $1.lowerBound }
    var pieces: [String] = []
    var start = wordsStart ?? scope.index + 1
    for range in header + [scope.endIndex..<scope.endIndex] {
      if range.lowerBound > start {
        let text = document.readableText(
          ofNodes: start..<range.lowerBound, options: options(omitted))
        if !ThemeText.isNoise(text) { pieces.append(ThemeText.withoutLeadingVerb(text)) }
      }
      start = max(start, range.upperBound)
    }
    if pieces.isEmpty {
      let last = header.last?.upperBound ?? start
      return document.readableText(ofNodes: last..<scope.endIndex, options: options(omitted))
    }
    return pieces.joined(separator: "\n\n").trimmingLead
  }

  /// The block around a header piece that holds nothing but header.
  private func headerBlock(of node: HTMLNode, _ omitted: Set<Int>) -> HTMLNode {
    var top = node
    for ancestor in node.ancestors {
      if ancestor == scope || ancestor.index <= scope.index { break }
      var rest = options(omitted)
      rest.showsImageText = false
      for part in [authorNode, dateNode] { if let part { rest.omitted.insert(part.index) } }
      let text = ancestor.readableText(rest)
      guard text.utf8.count < 120, ThemeText.isNoise(text), !holdsSmiley(ancestor, omitted) else {
        break
      }
      top = ancestor
    }
    return top
  }

  /// Whether an image in it is a smiley, which is all that some comments say.
  private func holdsSmiley(_ node: HTMLNode, _ omitted: Set<Int>) -> Bool {
    node.elements("img").prefix(20).contains { image in
      let classes = image.attribute("class")?.lowercased() ?? ""
      let isSmiley =
        classes.contains("smil") || classes.contains("emoji")
        || (image.attribute("src")?.lowercased() ?? "").contains("smil")
      return isSmiley && !omitted.contains(image.index) && !inner.contains(image.index)
        && !image.ancestors.prefix(12).contains { omitted.contains($0.index) }
    }
  }

  private static let omittedClasses: Set<String> = [
    "reply", "comment-reply", "comment-reply-link", "comment-edit-link", "edit-link", "edit",
    "comment-meta", "commentmetadata", "comment-metadata", "comment-author", "comment-number",
    "avatar", "comment-avatar", "gravatar", "says", "sharedaddy", "comment-likes", "comment-footer",
    "comment-awaiting-moderation", "screen-reader-text", "comment-header", "comment-details",
    "comment-reply-login", "comment-actions", "comment-links", "comment-tools", "comment-controls",
    "wp-caption-dd", "jp-relatedposts", "comment-rating", "comment-vote", "like-button",
    "comment-permalink", "assistive-text", "comment-date", "comment-time", "vcard", "post-author",
    "comment-like", "comment-reply-wrap", "comment-notes", "comment-form", "respond",
    "wp-block-comment-reply-link", "wp-block-comment-edit-link", "wp-block-avatar",
    "wp-block-comment-author-avatar", "wp-block-comment-date", "upvotecount",
    "comment-number", "commentnumber", "comment_number", "commentcount", "comment-count",
    "floor", "comment-floor", "commentfloor",
  ]

  /// Whether an image stands for the author: what it says is the name again ("Ada's picture").
  private func isPortrait(_ image: HTMLNode) -> Bool {
    // Some templates say behind the name that nobody proved it, which the picture does not repeat.
    guard let name = author?.split(separator: " (").first?.lowercased(),
      let text = image.attribute("alt"), text.utf8.count <= name.utf8.count + 24
    else { return false }
    return text.lowercased().contains(name)
  }

  private func omissions() -> Set<Int> {
    var omitted = inner.union(labels)
    for node in elements {
      if node.isElement("form") || node.isElement("nav")
        || node.isElement("img") && node.hasClass("avatar")
      {
        omitted.insert(node.index)
      } else if let id = node.attribute("id"), id.hasPrefix("comment-like") || id == "respond" {
        omitted.insert(node.index)
      } else if node.classes.contains(where: { Self.omittedClasses.contains($0.lowercased()) }) {
        omitted.insert(node.index)
      } else if node.isElement("img"), node.attribute("class")?.contains("avatar") ?? false {
        omitted.insert(node.index)
      } else if node.isElement("img"), isPortrait(node) {
        omitted.insert(node.index)
      } else if node.isElement("a"), node.attribute("href")?.hasPrefix("javascript:") ?? false {
        omitted.insert(node.index)
      }
    }
    if let heldNote { omitted.insert(heldNote.index) }
    if let authorNode { omitted.insert(authorNode.index) }
    if let dateNode { omitted.insert(dateNode.index) }
    return omitted
  }
}
