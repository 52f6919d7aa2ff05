internal import People

/// Whom a comment speaks to, among the people of its page.
struct Addressing {
  private let salutations: [Salutation]
  /// Whether the first salutation fits somebody.
  let isFirstKnown: Bool
  /// The people who show only a handle, if the first salutation fits nobody.
  private let handles: Set<Int>

  init(_ salutations: [Salutation], people: [AuthorTable.Entry]) {
    self.salutations = salutations
    guard let first = salutations.first, first.isFirst else {
      isFirstKnown = false
      handles = []
      return
    }
    isFirstKnown = people.contains { $0.fit(first) > 0 }
    handles =
      isFirstKnown || first.name.words.count != 1 || first.name.isHandle
      ? [] : Set(people.filter { $0.name.isHandle }.map(\.person))
  }

  /// Whether a name that fits nobody leaves somebody who shows only a handle.
  var isElimination: Bool { !handles.isEmpty }

  /// How well the salutation at the start fits.
  func first(_ author: AuthorTable.Entry) -> Double {
    guard let first = salutations.first, first.isFirst else { return 0 }
    return author.fit(first)
  }

  /// How well one of the others fits.
  func later(_ author: AuthorTable.Entry) -> Double {
    salutations.lazy.filter { !$0.isFirst }.map { author.fit($0) }.max() ?? 0
  }

  /// 1 where the person is the only one that a name which fits nobody can mean, a part of it where there are more.
  func elimination(_ author: AuthorTable.Entry) -> Double {
    handles.contains(author.person) ? 1 / Double(handles.count) : 0
  }
}
