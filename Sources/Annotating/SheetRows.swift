public import Discussion
internal import SourceBytes

extension CodingSheet {
  /// The rows of a post: each of its units, and whatever else is marked.
  ///
  /// Marks of one coder on one span share a row; a second stance, or a mark with codes and a note, has its own. Suggestions
  /// stand in the first row of their span.
  ///
  /// - Parameters:
  ///   - archived: The post, with its text.
  ///   - units: Where its units stand, in Unicode scalars.
  ///   - marks: Its marks that are to be shown.
  ///   - coder: What the column `coder` says where only suggestions stand, or nothing.
  ///   - linkEvidence: Why the post hangs where it does.
  public static func rows(
    of archived: ArchivedPost, units: [Range<Int>], marks: [Annotation], coder: String,
    linkEvidence: String
  ) -> [Row] {
    let scalars = Array((archived.post.text ?? "").unicodeScalars)
    let marks = marks.filter { $0.range.map { $0.upperBound <= scalars.count } ?? true }
    let spans = Set(units.filter { $0.upperBound <= scalars.count } + marks.compactMap(\.range))
      .sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    var places: [Range<Int>?] = spans
    if marks.contains(where: { $0.range == nil }) { places.insert(nil, at: 0) }
    return places.flatMap { place in
      var row = Row(post: archived.post.id, range: place)
      row.thread = archived.thread.text
      row.depth = archived.depth
      row.author = archived.post.author.shown
      row.date = archived.post.date?.stated.iso8601 ?? ""
      let text = place.map { Annotation.text(of: scalars[$0]) } ?? archived.post.subject ?? ""
      row.text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      row.linkEvidence = linkEvidence
      return rows(from: row, marks: marks.filter { $0.range == place }, coder: coder)
    }
  }

  private static func rows(from empty: Row, marks: [Annotation], coder: String) -> [Row] {
    var coders = Set(marks.filter(\.isByReader).map { $0.by ?? "" }).sorted()
    let suggestions = marks.filter { !$0.isByReader }
    if coders.isEmpty { coders = [coder] }
    var rows: [Row] = []
    for (index, name) in coders.enumerated() {
      var row = empty
      row.coder = name
      var further: [Row] = []
      let own = marks.filter { $0.isByReader && ($0.by ?? "") == name }
      for mark in own + (index == 0 ? suggestions : []) {
        // A note that says nothing else goes beside the codes.
        let isNoted = mark.note != nil && (!mark.codes.isEmpty || row.codes.note != nil)
        let hasStance = row.codes.codes.contains { $0.kind == .stance && $0 != mark.stanceCode }
        guard isNoted || (mark.stance != nil && hasStance) else {
          row.codes.codes.formUnion(mark.codes)
          if mark.note != nil { row.codes.note = mark.note }
          continue
        }
        var other = empty
        other.coder = name
        other.codes = UnitCodes(mark)
        further.append(other)
      }
      rows += [row] + further
    }
    return rows
  }
}

extension Annotation {
  fileprivate var stanceCode: UnitCodes.Code? { codes.first { $0.kind == .stance } }
}
