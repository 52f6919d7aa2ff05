internal import CLibXML2

/// The names of a document, each once.
struct NameTable {
  private(set) var names = [""]
  /// For each name whether what an element of it holds is not for readers.
  private var hidden = [false]
  private var numbers: [String: Int32] = ["": 0]
  /// libxml2 keeps each name once, so that its address stands for it.
  private var addresses: [UInt: Int32] = [:]
  /// The addresses that were asked for last, by their middle bits, with their numbers.
  private var recent = InlineArray<64, (address: UInt, number: Int32)>(repeating: (0, 0))

  init() {
    // A page has some dozens of names; to grow by doubling takes longer than to number them.
    numbers.reserveCapacity(64)
    addresses.reserveCapacity(64)
  }

  /// The number of a name that libxml2 keeps.
  mutating func number(
    of name: UnsafePointer<xmlChar>?, prefix: UnsafePointer<xmlChar>? = nil
  ) -> Int32 {
    guard let name = unsafe name else { return 0 }
    if let prefix = unsafe prefix {
      return unsafe number(of: String(cString: prefix) + ":" + String(cString: name))
    }
    let address = UInt(bitPattern: name)
    let place = Int(address >> 3 ^ address >> 9) & 63
    if recent[place].address == address { return recent[place].number }
    let result: Int32
    if let known = addresses[address] {
      result = known
    } else {
      result = unsafe number(of: String(cString: name))
      addresses[address] = result
    }
    recent[place] = (address, result)
    return result
  }

  /// Whether what an element holds is not for readers, which flattening must not bring to light.
  func isHidden(_ name: Int32) -> Bool { hidden[Int(name)] }

  private static let hiddenNames: Set<String> = [
    "script", "style", "template", "noscript", "head", "textarea", "select",
  ]

  private mutating func number(of name: String) -> Int32 {
    if let known = numbers[name] { return known }
    let number = Int32(names.count)
    names.append(name)
    hidden.append(Self.hiddenNames.contains(name))
    numbers[name] = number
    return number
  }
}
