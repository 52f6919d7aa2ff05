internal import Discussion

/// Wordings sorted into posts.
///
/// Joins are taken up from the most trusted to the least, as Kruskal (1956) takes up edges, and one is passed over
/// where it would put two Message-IDs, two posts of one page, or what a reader parted into one post. The order of joins
/// is that of their rules, likeness and names, so the outcome is a function of the wordings.
public struct WordingGroups: Sendable {
  /// One post.
  public struct Group: Sendable, Hashable {
    /// Its wordings, by index; the first gives the post its id.
    public var members: [Int]
    /// Why each belongs to it, in the same order; nil for the first.
    public var joins: [Join?]
  }

  /// The posts, by the name of their first wording.
  public let groups: [Group]

  /// Sorts wordings into posts.
  ///
  /// - Parameters:
  ///   - joins: What says that two wordings are one post; each pair at most once.
  ///   - apart: Pairs that a reader parted.
  public init(
    _ wordings: [Wording], joins: [(left: Int, right: Int, join: Join)],
    apart: [(left: Int, right: Int)]
  ) {
    var builder = GroupBuilder(wordings, apart: apart)
    let sorted = joins.map { edge in
      wordings[edge.left].name < wordings[edge.right].name
        ? edge : (left: edge.right, right: edge.left, join: edge.join)
    }.sorted { one, other in
      if one.join.rule != other.join.rule { return one.join.rule < other.join.rule }
      if one.join.likeness != other.join.likeness { return one.join.likeness > other.join.likeness }
      if one.left != other.left { return wordings[one.left].name < wordings[other.left].name }
      return wordings[one.right].name < wordings[other.right].name
    }
    for edge in sorted { builder.add(edge.left, edge.right, edge.join) }
    groups = builder.groups(joins: sorted)
  }
}

private struct GroupBuilder {
  private struct Traits {
    var messageIDs: Set<MessageID>
    var pages: Set<Int64>
    var apart: Set<Int>
    var members: [Int]
  }

  private let wordings: [Wording]
  private var root: [Int]
  private var traits: [Traits]

  init(_ wordings: [Wording], apart: [(left: Int, right: Int)]) {
    self.wordings = wordings
    root = Array(wordings.indices)
    traits = wordings.indices.map { index in
      Traits(
        messageIDs: wordings[index].post.messageID.map { [$0] } ?? [], pages: wordings[index].pages,
        apart: [], members: [index])
    }
    for pair in apart {
      traits[pair.left].apart.insert(pair.right)
      traits[pair.right].apart.insert(pair.left)
    }
  }

  mutating func add(_ left: Int, _ right: Int, _ join: Join) {
    let (one, other) = (root[left], root[right])
    guard one != other, traits[one].apart.isDisjoint(with: traits[other].members) else { return }
    if join.rule != .manual {
      let (ids, otherIDs) = (traits[one].messageIDs, traits[other].messageIDs)
      guard ids.isEmpty || otherIDs.isEmpty || !ids.isDisjoint(with: otherIDs) else { return }
      if join.rule > .nearWords, !traits[one].pages.isDisjoint(with: traits[other].pages) { return }
      if join.rule == .company, !haveCompany(one, other) { return }
    }
    let (kept, gone) = (min(one, other), max(one, other))
    for member in traits[gone].members { root[member] = kept }
    traits[kept].members += traits[gone].members
    traits[kept].apart.formUnion(traits[gone].apart)
    traits[kept].messageIDs.formUnion(traits[gone].messageIDs)
    traits[kept].pages.formUnion(traits[gone].pages)
  }

  /// Whether other posts of the same two pages are joined.
  private func haveCompany(_ one: Int, _ other: Int) -> Bool {
    root.indices.contains { index in
      let group = root[index]
      return group == index && group != one && group != other
        && !traits[group].pages.isDisjoint(with: traits[one].pages)
        && !traits[group].pages.isDisjoint(with: traits[other].pages)
    }
  }

  func groups(joins: [(left: Int, right: Int, join: Join)]) -> [WordingGroups.Group] {
    var best: [Int: Join] = [:]
    for edge in joins where root[edge.left] == root[edge.right] {
      for index in [edge.left, edge.right] where best[index] == nil { best[index] = edge.join }
    }
    return root.indices.filter { root[$0] == $0 }.map { index in
      let members = traits[index].members.sorted { wordings[$0].precedes(wordings[$1]) }
      return WordingGroups.Group(
        members: members,
        joins: members.enumerated().map { place, member in place == 0 ? nil : best[member] })
    }.sorted { wordings[$0.members[0]].name < wordings[$1.members[0]].name }
  }
}
