/// Addresses of pages that were saved from a web archive.
enum Wayback {
  /// The address behind `https://web.archive.org/web/20140109030403/http://…`; others come back as they are.
  static func original(_ address: String) -> String {
    guard let range = address.firstRange(of: "://web.archive.org/web/") else { return address }
    let rest = address[range.upperBound...]
    guard let slash = rest.firstIndex(of: "/") else { return address }
    let target = rest[rest.index(after: slash)...]
    return target.hasPrefix("http") ? String(target) : address
  }
}
