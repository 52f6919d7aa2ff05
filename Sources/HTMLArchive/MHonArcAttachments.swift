internal import HTMLTree

/// The paragraphs that MHonArc sets where a part was written to a file of its own: `Attachment: plan.pdf`, and below it
/// `Description: Adobe PDF document`.
struct MHonArcAttachments {
  /// Numbers of the paragraphs, to be left out of the text.
  private(set) var paragraphs: Set<Int> = []
  /// The files, in order.
  private(set) var files: [PageEntry.AttachedFile] = []

  /// Finds them in a range of nodes.
  init(_ document: HTMLDocument, _ range: Range<Int>) {
    for index in range {
      let node = document[index]
      guard node.isElement("strong"), let paragraph = node.parent, paragraph.isElement("p"),
        let link = node.first("a"), node.foldedText == "Attachment: " + link.foldedText
      else { continue }
      let note = paragraph.foldedText.components("Description: ")
      // What MHonArc knows no description of it calls by its media type.
      let type = note.count > 1 ? note[1].lowercased() : ""
      let isType = type.utf8.contains(0x2F) && !type.utf8.contains(0x20)
      paragraphs.insert(paragraph.index)
      files.append(
        PageEntry.AttachedFile(
          name: link.foldedText, type: isType ? type : "application/octet-stream"))
    }
  }

  /// The choices that leave the paragraphs out.
  var options: ReadableTextOptions {
    var options = ReadableTextOptions()
    options.omitted = paragraphs
    return options
  }
}
