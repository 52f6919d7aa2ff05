internal import HTMLTree

/// Finds what a template prints in every block and nobody wrote.
extension BlockColumns {
  /// Texts that many blocks repeat, and nearly all that have anything in their column: whoever writes most comments fills
  /// no column alone.
  mutating func findLabels() {
    let few = max(3, leaves.count * 6 / 10)
    var blocksOfText: [String: Int] = [:]
    var blocksOfPath: [String: Int] = [:]
    var pathOfText: [String: String] = [:]
    for block in leaves {
      for path in Set(block.map(\.path)) { blocksOfPath[path, default: 0] += 1 }
      for (text, path) in Dictionary(
        block.map { ($0.label, $0.path) }, uniquingKeysWith: { first, _ in first })
      {
        blocksOfText[text, default: 0] += 1
        pathOfText[text] = path
      }
    }
    var blocksOfImage: [String: Int] = [:]
    for text in images.flatMap({ Set($0.map(\.text)) }) { blocksOfImage[text, default: 0] += 1 }
    labelImages = Set(blocksOfImage.filter { $0.value >= few }.keys)
    for (text, count) in blocksOfText where count >= few {
      let all = pathOfText[text].flatMap { blocksOfPath[$0] } ?? count
      if count * 10 >= all * 8 { labelTexts.insert(text) }
    }
  }

  /// Columns that most blocks have and that hold nothing but numbers or dates, or in most blocks the name, or words behind
  /// the same label ("Location: Hull").
  mutating func findLabelPaths() {
    var wordless: [String: Int] = [:]
    var worded: Set<String> = []
    var echoing: [String: Int] = [:]
    var labelled: [String: [String: Int]] = [:]
    var counts: [String: Int] = [:]
    for block in leaves {
      let name = block.first { $0.path == authorPath && !$0.isDate }?.text
      for leaf in block where leaf.path != authorPath {
        counts[leaf.path, default: 0] += 1
        if !leaf.isDate, leaf.text.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) {
          worded.insert(leaf.path)
        } else {
          wordless[leaf.path, default: 0] += 1
        }
        if leaf.text == name { echoing[leaf.path, default: 0] += 1 }
        // Words may stand behind a label as well; what tells of a person is short.
        if leaf.text.utf8.count <= 60, let label = leaf.text.utf8.prefix(24).firstIndex(of: 0x3A) {
          labelled[leaf.path, default: [:]][String(leaf.text[..<label]), default: 0] += 1
        }
      }
    }
    let needed = max(3, leaves.count * 6 / 10)
    labelPaths = Set(wordless.filter { $0.value >= needed && !worded.contains($0.key) }.keys)
      .union(echoing.filter { $0.value >= needed }.keys)
    for (path, labels) in labelled {
      guard let most = labels.values.max(), most >= needed, most == counts[path] else { continue }
      labelPaths.insert(path)
    }
  }
}
