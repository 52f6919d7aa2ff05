public import Discussion

/// A name, address and page under which somebody writes in one venue.
public struct AuthorForm: Sendable, Hashable {
  /// What posts show.
  public var author: Author
  /// The id of the venue.
  public var venue: String
  /// How many posts show it.
  public var postCount: Int
  /// The instants of the first and the last of them, in seconds since 1970; nil where none is dated.
  public var instants: ClosedRange<Int64>?

  /// Records a form.
  public init(
    author: Author, venue: String, postCount: Int, instants: ClosedRange<Int64>? = nil
  ) {
    self.author = author
    self.venue = venue
    self.postCount = postCount
    self.instants = instants
  }

  /// The name without what list software adds to it: `Ada via Commons` is Ada.
  var ownName: String? {
    guard var name = author.name else { return nil }
    for mark in [" via ", " (via "] {
      if let range = name.range(of: mark), range.lowerBound > name.startIndex {
        name = String(name[..<range.lowerBound])
      }
    }
    let trimmed = name.drop { $0 == " " || $0 == "'" || $0 == "\"" }
    let end = trimmed.reversed().prefix { $0 == " " || $0 == "'" || $0 == "\"" }.count
    return trimmed.count == end ? nil : String(trimmed.dropLast(end))
  }

  /// Whether list software sent it in somebody's name.
  var isSentByList: Bool { author.name?.contains(" via ") == true }

  /// The address in lower case; nil where there is none, or an archive cut it.
  var wholeAddress: String? {
    guard let address = author.address?.lowercased(), let at = address.firstIndex(of: "@"),
      at != address.startIndex, address.index(after: at) < address.endIndex,
      !address.contains("..."), !address.contains("…"), !address.contains("*"),
      !address.contains("xxx")
    else { return nil }
    return address
  }
}

extension String {
  fileprivate func range(of mark: String) -> Range<Index>? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(mark) { return index..<self.index(index, offsetBy: mark.count) }
      index = self.index(after: index)
    }
    return nil
  }
}
