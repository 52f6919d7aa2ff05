internal import SourceBytes

/// Addresses of pages that were saved from a web archive.
enum Wayback {
  /// The address behind `https://web.archive.org/web/20140109030403/http://…`; others come back as they are.
  static func original(_ address: String) -> String {
    guard let range = address.firstRange(of: "web.archive.org/web/") else {
      return address.hasPrefix("/web/") ? target(address.dropFirst(5)) ?? address : address
    }
    return target(address[range.upperBound...]) ?? address
  }

  /// What follows the time of capture, `20140109030403`, `20140109030403id_` or `2014*`.
  private static func target(_ rest: Substring) -> String? {
    guard let slash = rest.firstIndex(of: "/"), rest.first.map({ $0 >= "0" && $0 <= "9" }) ?? false
    else { return nil }
    let target = rest[rest.index(after: slash)...]
    if target.hasPrefix("http") || target.hasPrefix("mailto:") { return String(target) }
    return nil
  }

  /// When a page was captured, from an address on the archive: seconds since 1970 in UTC.
  static func captured(_ text: String) -> StatedDate? {
    guard let range = text.firstRange(of: "web.archive.org/web/") else { return nil }
    let digits = text[range.upperBound...].prefix { $0 >= "0" && $0 <= "9" }
    guard digits.utf8.count == 14, let number = Int(digits) else { return nil }
    return StatedDate(
      year: number / 10_000_000_000, month: number / 100_000_000 % 100,
      day: number / 1_000_000 % 100, hour: number / 10_000 % 100, minute: number / 100 % 100,
      second: number % 100, offsetMinutes: 0)
  }
}
