internal import CLibXML2

/// The names of a document, each once.
struct NameTable {
  private(set) var names = [""]
  /// For each name whether what an element of it holds is not for readers.
  private var hidden = [false]
  /// A table of open places that holds the number of each name where its hash leads, or behind; 0 is a free place.
  private var places = [Int32](repeating: 0, count: 128)
  /// The addresses that were asked for last, by their middle bits, with their numbers: libxml2 keeps most names once.
  private var recent = InlineArray<64, (address: UInt, number: Int32)>(repeating: (0, 0))

  /// The number of a name that libxml2 keeps.
  mutating func number(
    of name: UnsafePointer<xmlChar>?, prefix: UnsafePointer<xmlChar>? = nil
  ) -> Int32 {
    guard let name = unsafe name else { return 0 }
    if let prefix = unsafe prefix {
      let full = unsafe String(cString: prefix) + ":" + String(cString: name)
      return number(of: full.utf8.span)
    }
    let address = UInt(bitPattern: name)
    let place = Int(address >> 3 ^ address >> 9) & 63
    if recent[place].address == address { return recent[place].number }
    let bytes = unsafe UnsafeBufferPointer(start: name, count: Int(xmlStrlen(name)))
    let result = number(of: unsafe bytes.span)
    recent[place] = (address, result)
    return result
  }

  /// Whether what an element holds is not for readers, which flattening must not bring to light.
  func isHidden(_ name: Int32) -> Bool { hidden[Int(name)] }

  private static let hiddenNames: Set<String> = [
    "script", "style", "template", "noscript", "head", "textarea", "select",
  ]

  private mutating func number(of name: Span<UInt8>) -> Int32 {
    if name.isEmpty { return 0 }
    var place = NameTable.hash(name) & (places.count - 1)
    while places[place] > 0 {
      if ASCII.isSame(names[Int(places[place])].utf8.span, name) { return places[place] }
      place = (place + 1) & (places.count - 1)
    }
    let number = Int32(names.count)
    let text = unsafe name.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    names.append(text)
    hidden.append(Self.hiddenNames.contains(text))
    places[place] = number
    if names.count * 2 > places.count { grow() }
    return number
  }

  private mutating func grow() {
    places = [Int32](repeating: 0, count: places.count * 4)
    for (number, name) in names.enumerated().dropFirst() {
      var place = NameTable.hash(name.utf8.span) & (places.count - 1)
      while places[place] > 0 { place = (place + 1) & (places.count - 1) }
      places[place] = Int32(number)
    }
  }

  private static func hash(_ name: Span<UInt8>) -> Int {
    Int(truncatingIfNeeded: ASCII.hash(name) >> 1)
  }
}
