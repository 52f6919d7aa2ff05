internal import Discussion

/// Whom a post speaks to, in words.
enum AddresseeWords {
  /// `@collage (called "Sam" by Ada, comment 6; likely)`; just `@Andrew Tolland` where they were called by their name.
  static func text(_ addressee: Addressee, of post: Post) -> String {
    let place = post.ordinal.map { ", comment \($0)" } ?? ""
    let called =
      "called “\(SafeText.line(addressee.name))” by \(SafeText.line(post.author.shown))\(place)"
    guard let shown = addressee.shown else {
      return addressee.basis == .manual
        ? SafeText.line(addressee.name) : "“\(SafeText.line(addressee.name))”, whoever that is"
    }
    let name = "@" + SafeText.line(shown)
    guard addressee.basis != .name || addressee.certainty != .certain else { return name }
    return "\(name) (\(called); \(addressee.certainty.rawValue))"
  }
}
