public import Discussion

/// A name, address and page under which somebody writes in one venue.
public struct AuthorForm: Sendable, Hashable {
  /// What posts show.
  public let author: Author
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
    ownName = AuthorForm.ownName(author.name)
    wholeAddress = AuthorForm.wholeAddress(author.address)
    name = PersonName(ownName ?? "")
  }

  /// The name without what list software adds to it: `Ada via Commons` is Ada.
  let ownName: String?
  /// The same for comparison.
  let name: PersonName
  /// The address in lower case; nil where there is none, or an archive cut it.
  let wholeAddress: String?

  private static func ownName(_ name: String?) -> String? {
    guard var name else { return nil }
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

  private static func wholeAddress(_ address: String?) -> String? {
    guard let address = address?.lowercased(), let at = address.firstIndex(of: "@"),
      at != address.startIndex, address.index(after: at) < address.endIndex,
      !address.contains("..."), !address.contains("…"), !address.contains("*"),
      !address.contains("xxx")
    else { return nil }
    return address
  }
}

extension String {
  /// Where a mark of ASCII stands first.
  fileprivate func range(of mark: String) -> Range<Index>? {
    let (bytes, wanted) = (utf8, mark.utf8)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index...].starts(with: wanted) {
        return index..<bytes.index(index, offsetBy: wanted.count)
      }
      index = bytes.index(after: index)
    }
    return nil
  }
}
