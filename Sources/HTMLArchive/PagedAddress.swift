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

  private static func without(_ name: String, in address: String) -> String {
    guard let mark = address.firstIndex(of: "?") else { return address }
    let fields = address[address.index(after: mark)...].split(separator: "&")
    let kept = fields.filter { !$0.hasPrefix(name + "=") }
    guard kept.count < fields.count else { return address }
    return address[..<mark] + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
  }
}
