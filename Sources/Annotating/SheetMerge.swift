public import Discussion

/// What a sheet that came back changes.
///
/// Only what differs from the column `was` counts: a row that was deleted, a column that is gone and a mark that was made
/// since say nothing.
public enum SheetChange: Sendable, Hashable {
  /// A reader marks something; its id is still to be made.
  case add(Annotation)
  /// A reader's mark says something else.
  case change(Annotation)
  /// A reader's mark goes.
  case remove(Annotation)
  /// A suggestion is accepted.
  case accept(Annotation)
  /// A suggestion is rejected.
  case reject(Annotation)
  /// A suggestion gets a note.
  case note(Annotation)
}

extension CodingSheet {
  /// What the rows change on one post.
  ///
  /// - Parameters:
  ///   - rows: The rows of the post.
  ///   - post: The post, with its text.
  ///   - marks: All marks of the post as they are now.
  ///   - reader: Who codes where the column `coder` is empty.
  ///   - faults: Takes what could not be done.
  public static func changes(
    of rows: [Row], to post: Post, marks: [Annotation], reader: String, faults: inout [Fault]
  ) -> [SheetChange] {
    let scalars = Array((post.text ?? "").unicodeScalars)
    var merge = SheetMerge(marks: marks)
    for row in rows {
      guard let place = place(of: row, in: scalars) else {
        faults.append(
          Fault(line: row.line, message: "the words of the row do not stand in the post any more"))
        continue
      }
      merge.take(
        row, on: place.range, of: post, scalars, by: row.coder.isEmpty ? reader : row.coder,
        &faults)
    }
    return merge.changes
  }

  /// Where the words of a row stand now; nil where they are gone.
  private static func place(
    of row: Row, in scalars: [Unicode.Scalar]
  ) -> (range: Range<Int>?, found: Bool)? {
    guard let range = row.range else { return (nil, true) }
    func folded(_ text: String) -> String {
      text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let words = folded(row.text)
    if range.upperBound <= scalars.count,
      words.isEmpty || folded(Annotation.text(of: scalars[range])) == words
    {
      return (range, true)
    }
    guard !words.isEmpty else { return nil }
    var mark = Annotation(id: "", post: row.post, origin: "")
    mark.range = range
    mark.exact = row.text
    mark.anchor(in: scalars)
    return mark.state == .orphaned ? nil : mark.range.map { ($0, true) }
  }
}

/// The marks of one post while rows are taken over.
private struct SheetMerge {
  var marks: [Annotation]
  var changes: [SheetChange] = []

  mutating func take(
    _ row: CodingSheet.Row, on range: Range<Int>?, of post: Post, _ scalars: [Unicode.Scalar],
    by coder: String, _ faults: inout [CodingSheet.Fault]
  ) {
    let before = row.before?.codes ?? []
    let now = row.codes.codes
    // What carries the note of the row, where it had one.
    let noted =
      row.noteBefore.isEmpty
      ? nil
      : marks.firstIndex { mark in
        mark.range == range && mark.note.map { CodingSheet.digest($0) == row.noteBefore } ?? false
      }
    for code in before.subtracting(now).sorted() where code.isOpen {
      guard let place = marks.firstIndex(where: { $0.range == range && $0.codes.contains(code) })
      else { continue }
      let isAccepted = now.contains(code.decided)
      changes.append(isAccepted ? .accept(marks[place]) : .reject(marks[place]))
      marks[place].decision = isAccepted ? "accepted" : "rejected"
    }
    var added = now.subtracting(before).sorted().filter { code in
      guard code.isOpen else { return true }
      if !marks.contains(where: { $0.range == range && $0.codes.contains(code) }) {
        faults.append(
          CodingSheet.Fault(
            line: row.line,
            message: "`\(code.word)?` is no suggestion of this unit; without the ? it is a code"))
      }
      return false
    }
    for code in before.subtracting(now).sorted() where !code.isOpen {
      guard let place = place(of: code, on: range, by: coder, preferring: noted) else { continue }
      var mark = marks[place]
      guard mark.isByReader else {
        changes.append(.reject(mark))
        marks[place].decision = "rejected"
        continue
      }
      mark.remove(code)
      // Another word of its kind in its place is a change of the mark.
      if let other = added.firstIndex(where: { $0.kind == code.kind }) {
        mark.set(added.remove(at: other))
      }
      replace(at: place, with: mark)
    }
    for code in added where place(of: code.decided, on: range, by: coder, preferring: nil) == nil {
      var mark = Annotation(post: post.id, range: range, in: scalars, origin: "person:\(coder)")
      mark.by = coder.isEmpty ? nil : coder
      mark.set(code)
      changes.append(.add(mark))
      marks.append(mark)
    }
    takeNote(of: row, noted, on: range, of: post, scalars, by: coder)
  }

  private mutating func takeNote(
    of row: CodingSheet.Row, _ noted: Int?, on range: Range<Int>?, of post: Post,
    _ scalars: [Unicode.Scalar], by coder: String
  ) {
    let note = row.codes.note
    if let note, CodingSheet.digest(note) == row.noteBefore { return }
    if let noted {
      var mark = marks[noted]
      mark.note = note
      if mark.isByReader {
        replace(at: noted, with: mark)
      } else {
        marks[noted] = mark
        changes.append(.note(mark))
      }
      return
    }
    guard let note, row.noteBefore.isEmpty,
      !marks.contains(where: { $0.range == range && $0.note == note && $0.by == coder })
    else { return }
    var mark = Annotation(post: post.id, range: range, in: scalars, origin: "person:\(coder)")
    mark.by = coder.isEmpty ? nil : coder
    mark.note = note
    changes.append(.add(mark))
    marks.append(mark)
  }

  /// The mark of a coder, or the suggestion that was accepted, that says so.
  private func place(
    of code: UnitCodes.Code, on range: Range<Int>?, by coder: String, preferring noted: Int?
  ) -> Int? {
    func says(_ mark: Annotation) -> Bool {
      mark.range == range && mark.decision != "rejected" && mark.codes.contains(code)
        && (!mark.isByReader || (mark.by ?? "") == coder)
    }
    if let noted, says(marks[noted]) { return noted }
    // A mark with a note has a row of its own.
    return marks.firstIndex { says($0) && $0.note == nil } ?? marks.firstIndex(where: says)
  }

  private mutating func replace(at place: Int, with mark: Annotation) {
    let isEmpty = mark.codes.isEmpty && mark.note == nil
    // Several cells of a row may change one mark.
    changes.removeAll { change in
      switch change {
      case .change(let old), .remove(let old): old.id == mark.id
      default: false
      }
    }
    changes.append(isEmpty ? .remove(mark) : .change(mark))
    marks[place] = mark
  }
}
