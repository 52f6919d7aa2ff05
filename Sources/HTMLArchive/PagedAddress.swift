/// Addresses of articles whose comments are spread over several pages.
enum PagedAddress {
  /// The address of the article without the number of the page of comments: `/comment-page-2/`, `cpage=2`,
  /// and without a fragment.
  static func whole(_ address: String) -> String {
    var address = String(address.prefix { $0 != "#" })
    if let range = address.firstRange(of: "/comment-page-") {
      let rest = address[range.upperBound...].drop { $0 >= "0" && $0 <= "9" }
      let tail = rest.drop { $0 == "/" }
      address = address[..<range.lowerBound] + "/" + tail
    }
    for name in ["cpage", "comment_page", "commentPage"] { address = without(name, in: address) }
    return address
  }

  /// The address without `page=2`, where links of the page itself lead to other pages of the same address.
  ///
  /// Elsewhere `page` may say which article is meant.
  static func whole(_ address: String, among links: [String]) -> String {
    let bare = without("page", in: address)
    let own = path(address)
    let isPaged = links.contains { link in
      let link = Wayback.original(String(link.prefix { $0 != "#" }))
      guard path(link).isEmpty || own.hasSuffix(path(link)), link.contains("page=") else {
        return false
      }
      return fields(without("page", in: link)) == fields(bare) && fields(link) != fields(address)
    }
    return isPaged ? bare : address
  }

  /// The address without the number of the page that a pager adds, for software whose `page` is never anything else.
  static func withoutPager(_ address: String) -> String { without("page", in: address) }

  private static func path(_ address: String) -> String {
    var path = String(address.prefix { $0 != "?" })
    while path.hasPrefix(".") || path.hasPrefix("/") { path.removeFirst() }
    return path
  }

  private static func fields(_ address: String) -> String {
    address.firstIndex(of: "?").map { String(address[$0...]) } ?? ""
  }

  private static func without(_ name: String, in address: String) -> String {
    guard let mark = address.firstIndex(of: "?") else { return address }
    let fields = address[address.index(after: mark)...].split(separator: "&")
    let kept = fields.filter { !$0.hasPrefix(name + "=") }
    guard kept.count < fields.count else { return address }
    return address[..<mark] + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
  }
}
