extension StringProtocol {
  /// The text without the characters at both ends that `condition` holds for.
  func trimming(while condition: (Character) -> Bool) -> SubSequence {
    var start = startIndex
    var end = endIndex
    while start < end, condition(self[start]) { formIndex(after: &start) }
    while end > start {
      let last = index(before: end)
      guard condition(self[last]) else { break }
      end = last
    }
    return self[start..<end]
  }
}

extension String {
  /// The text without line feeds and carriage returns at both ends.
  ///
  /// - Complexity: Linear in what is taken off; works on UTF-8, because this runs on every post.
  var withoutOuterNewlines: String {
    func isNewline(_ byte: UInt8) -> Bool { byte == 0x0a || byte == 0x0d }
    guard let start = utf8.firstIndex(where: { !isNewline($0) }),
      let last = utf8.lastIndex(where: { !isNewline($0) })
    else { return "" }
    return start == utf8.startIndex && utf8.index(after: last) == utf8.endIndex
      ? self : String(self[start...last])
  }
}

extension Array {
  /// The element at `index`; nil outside the array.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
