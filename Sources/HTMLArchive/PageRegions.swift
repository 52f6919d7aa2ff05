internal import HTMLTree

/// What part of a page an element stands in.
extension HTMLNode {
  /// Whether it stands in no sidebar, navigation, widget or footer of the page.
  var isInMain: Bool {
    !ancestors.contains { ancestor in
      ancestor.isElement("aside") || ancestor.isElement("nav")
        || ancestor.isElement("footer") && !ancestor.isInEntry
        || ancestor.hasClass("sidebar") || ancestor.hasClass("widget") || ancestor.id == "sidebar"
        || ancestor.hasClass("related") || ancestor.id == "footer" || ancestor.isOfOtherPosts
    }
  }

  /// Whether it stands in a block that leads to other posts.
  var isInOtherPosts: Bool { ancestors.contains { $0.isOfOtherPosts } }

  /// Whether it is a block that leads to other posts, whose first words it may show.
  private var isOfOtherPosts: Bool {
    guard isElement("div") || isElement("section") || isElement("ul") else { return false }
    return (classes + [id ?? ""]).contains { token in
      guard token.utf8.count >= 10 else { return false }
      let letters = token.lowercased().filter { $0 != "-" && $0 != "_" }
      return letters.contains("relatedpost") || letters.contains("recentpost")
    }
  }

  /// Whether it stands in a widget, such as a list of the newest comments of the site.
  var isInWidget: Bool { isOfWidget || ancestors.contains { $0.isOfWidget } }

  private var isOfWidget: Bool {
    if isElement("aside") || attributeEquals("id", "sidebar")
      || attributeEquals("id", "recentcomments")
    {
      return true
    }
    return classes.contains { token in
      let token = token.lowercased()
      return token == "sidebar" || token == "recentcomments" || token.hasPrefix("widget")
    }
  }

  /// Whether it stands in an article: the footer of one tells author and date, that of the page does not.
  private var isInEntry: Bool {
    ancestors.contains { $0.isElement("article") || $0.hasClass("hentry") }
  }

  /// Whether it stands in what a page tells of its author: a portrait, a few words, a link to all that they wrote.
  var isInBiography: Bool {
    ([self] + Array(ancestors.prefix(6))).contains { holder in
      holder.classes.contains { token in
        let token = token.lowercased()
        return Self.biographies.contains { token.hasPrefix($0) || token.hasSuffix("-" + $0) }
      }
    }
  }

  private static let biographies = [
    "author-info", "author-bio", "author-box", "authorbox", "author-description", "author-link",
    "about-author", "author-profile",
  ]
}
