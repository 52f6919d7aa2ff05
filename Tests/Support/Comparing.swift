/// How two lists of lines differ, in one line that is short enough to read; nil where they are the same.
package func difference(_ left: [String], _ right: [String]) -> String? {
  guard left != right else { return nil }
  guard let index = zip(left, right).enumerated().first(where: { $1.0 != $1.1 })?.offset else {
    return "\(left.count) and \(right.count) lines, the same as far as both go"
  }
  let (one, other) = (Array(left[index].unicodeScalars), Array(right[index].unicodeScalars))
  let place =
    zip(one, other).enumerated().first { $1.0 != $1.1 }?.offset ?? min(one.count, other.count)
  func around(_ scalars: [Unicode.Scalar]) -> String {
    let piece = scalars[max(0, place - 60)..<min(scalars.count, place + 80)]
    return String(String.UnicodeScalarView(piece))
  }
  return "line \(index) of \(left.count) and \(right.count): …\(around(one))… | …\(around(other))…"
}
