/// Codebooks as REFI-QDA `.qdc` (Codebook exchange standard 1.0), which programs for qualitative research share.
///
/// The standard knows a code's guid, name, colour, description and whether it may be used. What our topics have beyond
/// that stands in the description behind a line of its own, so that people see it everywhere and nothing is lost.
extension Codebook {
  /// The line behind which a description goes on with the rest of the topic, in YAML.
  static let restMark = "--- thresh ---"
  static let namespace = "urn:QDA-XML:codebook:1.0"

  /// The codebook as a `.qdc` document in UTF-8.
  ///
  /// Topics are nested under their parents, in order. Topics without a guid get one that is made of the codebook's
  /// title and their id, so that the same codebook gives the same bytes.
  public var qdc: String {
    var out = """
      <?xml version="1.0" encoding="utf-8"?>
      <CodeBook xmlns="\(Codebook.namespace)" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:schemaLocation="\(Codebook.namespace) http://schema.qdasoftware.org/versions/Codebook/v1.0/Codebook.xsd" \
      origin="\(XMLText.attribute("Thresh" + (title.map { ": " + $0 } ?? "")))">

      """
    let known = Set(topics.map(\.id))
    var children: [String?: [Int]] = [:]
    for (index, topic) in topics.enumerated() {
      children[topic.parent.flatMap { known.contains($0) ? $0 : nil }, default: []].append(index)
    }
    // Depth is data: an explicit stack of what is still to be written, ends of elements included.
    var order: [Int] = []
    var stack: [(index: Int, depth: Int, isEnd: Bool)] = []
    func push(_ parent: String?, depth: Int) {
      for index in (children[parent] ?? []).reversed() { stack.append((index, depth, false)) }
    }
    push(nil, depth: 2)
    while let (index, _, isEnd) = stack.popLast() {
      guard !isEnd else { continue }
      order.append(index)
      push(topics[index].id, depth: 0)
    }
    let isInOrder = order == Array(topics.indices)
    out += "  <Codes>\n"
    push(nil, depth: 2)
    while let (index, depth, isEnd) = stack.popLast() {
      let topic = topics[index]
      let indent = String(repeating: "  ", count: min(depth, 40))
      if isEnd {
        out += "\(indent)</Code>\n"
        continue
      }
      out += "\(indent)<Code guid=\"\(XMLText.attribute(guid(of: topic)))\" "
      out += "name=\"\(XMLText.attribute(topic.name))\" isCodable=\"\(topic.isCodable)\""
      if let color = topic.color, CodebookTopic.isColor(color) { out += " color=\"\(color)\"" }
      out += ">\n\(indent)  <Description>"
      out += XMLText.content(description(of: topic, place: isInOrder ? nil : index))
      out += "</Description>\n"
      stack.append((index, depth, true))
      push(topic.id, depth: depth + 1)
    }
    out += "  </Codes>\n"
    if !sets.isEmpty {
      let guids = Dictionary(topics.map { ($0.id, guid(of: $0)) }) { first, _ in first }
      out += "  <Sets>\n"
      for set in sets {
        let guid = set.guid ?? StableGUID.of(set: set.name, title)
        out +=
          "    <Set guid=\"\(XMLText.attribute(guid))\" name=\"\(XMLText.attribute(set.name))\">\n"
        if let text = set.description {
          out += "      <Description>\(XMLText.content(text))</Description>\n"
        }
        for id in set.topics {
          guard let guid = guids[id] else { continue }
          out += "      <MemberCode guid=\"\(XMLText.attribute(guid))\"/>\n"
        }
        out += "    </Set>\n"
      }
      out += "  </Sets>\n"
    }
    return out + "</CodeBook>\n"
  }

  private func guid(of topic: CodebookTopic) -> String {
    topic.guid ?? StableGUID.of(topic: topic.id, title)
  }

  /// The description, and behind the mark what the standard has no place for.
  private func description(of topic: CodebookTopic, place: Int?) -> String {
    var rest = topic
    rest.description = nil
    rest.parent = nil
    rest.color = topic.color.flatMap { CodebookTopic.isColor($0) ? nil : $0 }
    rest.isCodable = true
    rest.guid = nil
    var lines = Codebook(title: nil, topics: [rest]).yaml
      .split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
      .map { $0.dropFirst(2) }
    if let place { lines.insert("place: \(place)", at: lines.endIndex - 1) }
    let head = topic.description.map { $0 + "\n\n" } ?? ""
    return head + Codebook.restMark + "\n" + lines.joined(separator: "\n")
  }
}

/// Text inside XML.
enum XMLText {
  /// Text between tags; characters that XML cannot hold become U+FFFD.
  static func content(_ text: String) -> String { escaped(text, isAttribute: false) }

  /// Text between double quotes; line ends and tabs survive.
  static func attribute(_ text: String) -> String { escaped(text, isAttribute: true) }

  private static func escaped(_ text: String, isAttribute: Bool) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out.append(contentsOf: "&amp;".unicodeScalars)
      case "<": out.append(contentsOf: "&lt;".unicodeScalars)
      case ">": out.append(contentsOf: "&gt;".unicodeScalars)
      case "\"" where isAttribute: out.append(contentsOf: "&quot;".unicodeScalars)
      case "\n" where isAttribute: out.append(contentsOf: "&#10;".unicodeScalars)
      case "\t" where isAttribute: out.append(contentsOf: "&#9;".unicodeScalars)
      case "\r": out.append(contentsOf: "&#13;".unicodeScalars)
      case "\t", "\n": out.append(scalar)
      default:
        let isAllowed = scalar.value >= 0x20 && scalar.value & 0xfffe != 0xfffe
        out.append(isAllowed ? scalar : "\u{fffd}")
      }
    }
    return String(out)
  }
}

/// UUIDs made of a name (version 8 of RFC 9562: the bits are ours), always the same for the same name.
enum StableGUID {
  /// That of a topic, by its id and the title of its codebook.
  static func of(topic id: String, _ title: String?) -> String {
    of("topic\0\(title ?? "")\0\(id)")
  }

  /// That of a set of topics, by its name and the title of its codebook.
  static func of(set name: String, _ title: String?) -> String {
    of("set\0\(title ?? "")\0\(name)")
  }

  /// Whether a text has the form that the standard demands: 8-4-4-4-12 hexadecimal digits, bare or in braces.
  static func isGUID(_ text: String) -> Bool {
    var digits = Substring(text)
    if digits.hasPrefix("{"), digits.hasSuffix("}") { digits = digits.dropFirst().dropLast() }
    let parts = digits.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.utf8.count) == [8, 4, 4, 4, 12]
      && parts.joined().utf8.allSatisfy { $0 &- 0x30 < 10 || $0 | 0x20 &- 0x61 < 6 }
  }

  static func of(_ name: String) -> String {
    var bits: [UInt64] = []
    for salt in ["a", "b"] {
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for byte in (salt + name).utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      // FNV mixes its high bits late.
      hash = (hash ^ (hash >> 31)) &* 0x7fb5_d329_728e_a185
      bits.append(hash ^ (hash >> 27))
    }
    let high = bits[0] & ~0xf000 | 0x8000
    let low = bits[1] & ~(3 << 62) | 1 << 63
    let digits = [high, low].map { value in
      let text = String(value, radix: 16)
      return String(repeating: "0", count: 16 - text.count) + text
    }.joined()
    var out = ""
    for (index, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(index) { out += "-" }
      out.append(digit)
    }
    return out
  }
}
