/// Text inside HTML comments, where archivers write entities that no parser decodes.
enum CommentText {
  /// Decodes `&amp;`, `&lt;`, `&gt;`, `&quot;` and numbers; other entities stay.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(0x26) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] == 0x26, let (scalar, end) = entity(bytes, at: offset) {
        result.append(contentsOf: String(scalar).utf8)
        offset = end
      } else {
        result.append(bytes[offset])
        offset += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func entity(_ bytes: [UInt8], at offset: Int) -> (Unicode.Scalar, Int)? {
    let rest = bytes[(offset + 1)...].prefix(10)
    guard let semicolon = rest.firstIndex(of: 0x3B) else { return nil }
    let name = String(decoding: rest[..<semicolon], as: UTF8.self)
    switch name {
    case "amp": return ("&", semicolon + 1)
    case "lt": return ("<", semicolon + 1)
    case "gt": return (">", semicolon + 1)
    case "quot": return ("\"", semicolon + 1)
    case "nbsp": return (" ", semicolon + 1)
    default: break
    }
    guard name.hasPrefix("#") else { return nil }
    let isHexadecimal = name.hasPrefix("#x") || name.hasPrefix("#X")
    let value = UInt32(name.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10)
    guard let value, value >= 0x20, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, semicolon + 1)
  }
}
