import Discussion

/// The pairs of wordings that can show one post: any two of different pages, and of one page only those to which identity
/// or permalink says so.
public struct WordingPairs: Sendable {
  /// The wordings of each page that stand on one page alone.
  private var ofPage: [[Int]]
  /// Those of mail, and those that stand on several pages.
  private var free: [Int]
  /// Those of each page that claim one identity or permalink.
  private var alike: [[Int]]

  /// Sorts wordings by their pages.
  public init(_ wordings: [Wording]) {
    var pages: [Int64: [Int]] = [:]
    free = []
    for (index, wording) in wordings.enumerated() {
      if wording.pages.count == 1, let page = wording.pages.first {
        pages[page, default: []].append(index)
      } else {
        free.append(index)
      }
    }
    ofPage = pages.keys.sorted().map { pages[$0] ?? [] }
    alike = []
    for page in ofPage {
      alike += Dictionary(grouping: page) { wordings[$0].name.identity }.values
      let linked = page.filter { wordings[$0].link != nil }
      alike += Dictionary(grouping: linked) { wordings[$0].link }.values
    }
    alike.removeAll { $0.count < 2 }
  }

  /// Hands out each pair once, in no order.
  ///
  /// - Complexity: Linear in the pairs that are handed out: a page may hold thousands.
  public func forEach(_ body: (Int, Int) throws -> Void) rethrows {
    for (place, left) in free.enumerated() {
      for right in free[(place + 1)...] { try body(left, right) }
      for page in ofPage { for right in page { try body(left, right) } }
    }
    for (place, page) in ofPage.enumerated() {
      for other in ofPage[(place + 1)...] {
        for left in page { for right in other { try body(left, right) } }
      }
    }
    var seen: Set<[Int]> = []
    for group in alike {
      for (place, left) in group.enumerated() {
        for right in group[(place + 1)...] where seen.insert([left, right]).inserted {
          try body(left, right)
        }
      }
    }
  }
}
