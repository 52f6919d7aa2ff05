internal import ArchiveQuery
internal import ArchiveStore
internal import ArgumentParser
internal import Discussion

/// Which marks a command is about: one by its id, or those on the posts that a query finds.
struct MarkSelection: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "none, confident (at least 7 in 10 were right on test data) or all.",
      valueName: "suggestions"), transform: Choice.parse)
  var suggestions = SuggestionChoice.confident

  @Option(help: ArgumentHelp("Only marks of this topic.", valueName: "topic"))
  var topic: String?

  @Option(help: ArgumentHelp("Only marks of this role.", valueName: "role"))
  var role: String?

  @Option(help: ArgumentHelp("Only marks of this stance.", valueName: "stance"))
  var stance: String?

  @Option(
    help: ArgumentHelp(
      "Only marks made so: codebook, discovered, rule, model:NAME, person:NAME.",
      valueName: "origin"))
  var origin: String?

  @Argument(
    help: ArgumentHelp(
      "A mark's id (a-…), or a query: the marks on the posts that it finds.", valueName: "marks"),
    completion: .custom(QueryCompletion.words))
  var words: [String] = []

  /// The mark that is named alone by its id; nil where there is a query.
  var name: String? {
    guard words.count == 1, let word = words.first, word.hasPrefix("a-") else { return nil }
    return word
  }

  /// The marks by post and place in reading order, with their posts.
  ///
  /// Of a query that names topics, roles or stances only such marks count.
  ///
  /// - Parameter isOpen: Whether only suggestions that nobody judged yet are wanted.
  func marks(
    in archive: Archive, isOpen: Bool = false
  ) throws -> [(post: ArchivedPost, marks: [Annotation])] {
    var query = QueryText()
    query.words = words
    let expression = try query.expression()
    let ids = try archive.ids(
      matching: expression, today: QueryText.today, suggestions: suggestions)
    let filter = MarkFilter(expression)
    var wanted: [PostID: [Annotation]] = [:]
    let isWhole: Bool = if case .all = expression { true } else { false }
    for mark in try archive.annotations(of: isWhole ? nil : ids)
    where ids.contains(mark.post) && shows(mark, isOpen: isOpen) && filter.fits(mark) {
      wanted[mark.post, default: []].append(mark)
    }
    var found: [(ArchivedPost, [Annotation])] = []
    try archive.forEachPost(in: Set(wanted.keys), detail: []) { archived, _ in
      found.append((archived, wanted[archived.post.id] ?? []))
    }
    return found
  }

  private func shows(_ mark: Annotation, isOpen: Bool) -> Bool {
    guard !isOpen || mark.isOpen else { return false }
    return suggestions.shows(mark) && topic.map { mark.topic == $0 } ?? true
      && role.map { mark.role == $0 } ?? true && stance.map { mark.stance == $0 } ?? true
      && origin.map { mark.origin == $0 } ?? true
  }

  /// The mark of an id or of the first characters of one.
  static func mark(_ name: String, in archive: Archive) throws -> Annotation {
    let wanted = name.lowercased()
    guard wanted.hasPrefix("a-"), wanted.count >= 4,
      wanted.dropFirst(2).allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
    else {
      throw Failure(
        message: "\(SafeText.line(name)): this is no id of a mark",
        hint: "`thresh annotate list` prints them: a- and what follows")
    }
    let found = try archive.annotations(withIDsFrom: wanted)
    guard let first = found.first else {
      throw Failure(
        message: "\(SafeText.line(name)): no mark has this id",
        hint: "`thresh annotate list --suggestions all` prints every one")
    }
    guard found.count == 1 || first.id == wanted else {
      throw Failure(
        message: "\(SafeText.line(name)): several marks begin so",
        hint: found.map(\.id).joined(separator: " "))
    }
    return first
  }
}

/// Which marks a query speaks of: those of the topics, roles and stances in it; all where it names none.
struct MarkFilter {
  private var values: [(field: FieldName, value: FieldValue)] = []

  init(_ expression: QueryExpression) {
    var rest = [expression]
    while let next = rest.popLast() {
      switch next {
      case .and(let operands), .or(let operands): rest += operands
      case .value(let value, let field) where [.topic, .role, .stance].contains(field):
        values.append((field, value))
      default: break
      }
    }
  }

  func fits(_ mark: Annotation) -> Bool {
    values.isEmpty
      || values.contains { field, value in
        let text =
          switch field {
          case .topic: mark.topic
          case .role: mark.role
          default: mark.stance
          }
        return text.map { MarkFilter.fits($0.lowercased(), value) } ?? false
      }
  }

  private static func fits(_ text: String, _ value: FieldValue) -> Bool {
    switch value {
    case .exact(let wanted): return text == wanted.lowercased()
    case .pattern(let pieces):
      var rest = text[...]
      for (index, piece) in pieces.enumerated() {
        let piece = piece.lowercased()
        if index == 0 {
          guard rest.hasPrefix(piece) else { return false }
          rest = rest.dropFirst(piece.count)
        } else if index == pieces.count - 1 {
          return rest.hasSuffix(piece)
        } else {
          guard let place = rest.firstRange(of: piece) else { return false }
          rest = rest[place.upperBound...]
        }
      }
      return true
    }
  }
}
