internal import Discussion

/// Attachments as one text: a line each with size, type and name, between tabs.
enum AttachmentCoding {
  static func encode(_ attachments: [Attachment]) -> String? {
    guard !attachments.isEmpty else { return nil }
    return attachments.map { attachment in
      let name = attachment.name.map { "\t" + clean($0) } ?? ""
      return "\(attachment.byteCount)\t\(clean(attachment.type))\(name)"
    }.joined(separator: "\n")
  }

  static func decode(_ text: String?) -> [Attachment] {
    guard let text else { return [] }
    return text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count >= 2, let byteCount = Int(parts[0]) else { return nil }
      return Attachment(
        name: parts.count > 2 ? String(parts[2]) : nil, type: String(parts[1]),
        byteCount: byteCount)
    }
  }

  private static func clean(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
  }
}
