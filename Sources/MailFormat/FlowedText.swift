internal import SourceBytes

/// Text whose paragraphs were broken into lines that end in a space (`format=flowed`, RFC 3676).
package enum FlowedText {
  /// Joins the lines of each paragraph.
  ///
  /// Quote marks are read and written anew, `>` for each level and a space before the text; stuffed spaces go; the
  /// line `-- ` of a signature stays and joins nothing; a paragraph ends where the quote depth changes.
  ///
  /// - Parameters:
  ///   - text: UTF-8 or ASCII with LF line ends.
  ///   - deletesSpace: Whether the space at a line's end goes too (`DelSp=yes`).
  /// - Complexity: O(n).
  package static func join(_ text: Span<UInt8>, deletesSpace: Bool) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var openDepth: Int?
    var start = 0
    while start < text.count {
      let next = text.nextLine(from: start, to: text.count)
      let hasFeed = text[next - 1] == 0x0A
      var end = hasFeed ? next - 1 : next
      var depth = 0
      while start + depth < end, text[start + depth] == 0x3E { depth += 1 }
      var content = start + depth
      if content < end, text[content] == 0x20 { content += 1 }
      let isSignature = end - content == 3 && text.hasBytes("-- ", at: content)
      let isFlowed = !isSignature && end > content && text[end - 1] == 0x20
      if let open = openDepth {
        if open != depth || isSignature {
          output.append(0x0A)
          openDepth = nil
        }
      }
      if openDepth == nil, depth > 0 {
        for _ in 0..<depth { output.append(0x3E) }
        if end > content { output.append(0x20) }
      }
      if isFlowed, deletesSpace { end -= 1 }
      output.append(contentsOf: text, in: content..<end)
      openDepth = isFlowed ? depth : nil
      if !isFlowed, hasFeed { output.append(0x0A) }
      start = next
    }
    return output
  }
}
