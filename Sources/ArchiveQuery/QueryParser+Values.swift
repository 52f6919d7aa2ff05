extension QueryParser {
  /// Reads one of a field's words, whatever its case.
  func choice(
    _ scalars: [Unicode.Scalar], of words: [String], _ field: QueryField, at start: Int
  ) throws(QuerySyntaxError) -> String {
    let text = String(scalars)
    let lower = text.lowercased()
    if words.contains(lower) { return lower }
    throw QuerySyntaxError(
      at: start, .unknownValue(text, of: field.name), hint: QueryParser.list(words, near: lower))
  }

  /// Reads a state; one that belongs to the other of `is:` and `has:` is an error that says so.
  func state(
    _ scalars: [Unicode.Scalar], of states: [QueryState], _ field: QueryField, at start: Int
  ) throws(QuerySyntaxError) -> QueryState {
    let text = String(scalars)
    let lower = text.lowercased()
    let known = QueryState(rawValue: lower)
    if let known, states.contains(known) { return known }
    let hint =
      known.map { "write `\($0.field.rawValue):\(lower)`" }
      ?? QueryParser.list(states.map(\.rawValue), near: lower)
    throw QuerySyntaxError(at: start, .unknownValue(text, of: field.name), hint: hint)
  }

  /// Reads the start of an id or a Message-ID.
  func post(
    _ scalars: [Unicode.Scalar], at start: Int
  ) throws(QuerySyntaxError) -> PostReference {
    let text = String(scalars)
    if scalars.first == "<", scalars.last == ">", scalars.count > 2 {
      return .messageID(String(Array(scalars[1..<(scalars.count - 1)])))
    }
    if scalars.contains("@"), !scalars.contains("<"), !scalars.contains(">") {
      return .messageID(text)
    }
    let lower = text.lowercased()
    let isID = lower.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
    guard isID, (4...12).contains(lower.utf8.count) else {
      throw QuerySyntaxError(
        at: start, .unreadablePost(text),
        hint: "an id has 12 letters and digits, its first 4 at least are needed; "
          + "a Message-ID stands in `<` and `>`")
    }
    return .id(prefix: lower)
  }

  /// Refuses `form:ada`: a name that is no field but nearly one.
  func checkTypingError(_ name: String, at start: Int) throws(QuerySyntaxError) {
    let value = scanner.scalar(at: start + name.unicodeScalars.count + 1)
    // `http://…`, `std::sort` and `Hint:` before a space are words.
    guard let value, !value.properties.isWhitespace, !"/:)".unicodeScalars.contains(value) else {
      return
    }
    let lower = name.lowercased()
    let isQuotation = value == "\"" || value == "\u{201C}" || value == "\u{201E}"
    var hint = QueryField.words.first { $0.word == lower }?.instead
    if hint == nil {
      let names = QueryField.all.flatMap { [$0.name.rawValue] + ($0.alias.map { [$0] } ?? []) }
      hint = QueryParser.nearest(to: lower, among: names).map { $0 + ":" }
    }
    if let hint {
      throw QuerySyntaxError(
        at: start, .unknownField(name), hint: "did you mean `\(hint)`? Quote it to search for it")
    }
    if isQuotation {
      throw QuerySyntaxError(
        at: start, .unknownField(name), hint: "put a space before the quotation mark")
    }
  }

  private static func list(_ words: [String], near text: String) -> String {
    if let word = nearest(to: text, among: words) { return "did you mean `\(word)`?" }
    return "it takes " + words.map { "`\($0)`" }.joined(separator: ", ")
  }

  /// The word that is one typing error away, or two in long words; the first where several are.
  static func nearest(to text: String, among words: [String]) -> String? {
    let count = text.utf8.count
    guard (3...16).contains(count) else { return nil }
    let allowed = count < 7 ? 1 : 2
    var best: (word: String, distance: Int)?
    for word in words where word.utf8.count >= 3 {
      let distance = typingErrors(Array(text.utf8), Array(word.utf8))
      if distance <= allowed, distance < best?.distance ?? .max { best = (word, distance) }
    }
    return best?.word
  }

  /// Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours.
  static func typingErrors(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var before: [Int] = []
    var last = Array(0...right.count)
    for i in left.indices {
      var row = [i + 1]
      for j in right.indices {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          cost = min(cost, before[j - 1] + 1)
        }
        row.append(cost)
      }
      before = last
      last = row
    }
    return last[right.count]
  }
}
