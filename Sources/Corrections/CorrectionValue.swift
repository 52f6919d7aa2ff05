/// What a reader decided, in the shapes that JSON and YAML share.
public enum CorrectionValue: Sendable, Hashable {
  case null
  case flag(Bool)
  case integer(Int)
  case number(Double)
  case text(String)
  case list([CorrectionValue])
  case map([String: CorrectionValue])

  /// The member of a map; nil for any other value.
  public subscript(key: String) -> CorrectionValue? {
    if case .map(let members) = self { members[key] } else { nil }
  }

  /// The text; nil for any other value.
  public var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// True or false; nil for any other value.
  public var flag: Bool? {
    if case .flag(let flag) = self { flag } else { nil }
  }

  /// The whole number; nil for any other value.
  public var integer: Int? {
    if case .integer(let number) = self { number } else { nil }
  }

  /// The number, whole or not; nil for any other value.
  public var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .number(let number): number
    default: nil
    }
  }

  /// The elements; nil for any other value.
  public var list: [CorrectionValue]? {
    if case .list(let values) = self { values } else { nil }
  }

  /// Text, or null for nil.
  public init(_ text: String?) {
    self = text.map { .text($0) } ?? .null
  }
}

extension CorrectionValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByNilLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// Text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// True or false.
  public init(booleanLiteral value: Bool) { self = .flag(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// A number.
  public init(floatLiteral value: Double) { self = .number(value) }
  /// Null.
  public init(nilLiteral: ()) { self = .null }
  /// A list.
  public init(arrayLiteral elements: CorrectionValue...) { self = .list(elements) }
  /// A map; of a key that comes twice the last value stays.
  public init(dictionaryLiteral elements: (String, CorrectionValue)...) {
    self = .map(Dictionary(elements, uniquingKeysWith: { _, last in last }))
  }
}

extension CorrectionValue: Codable {
  /// Reads any value.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Int.self) {
      self = .integer(number)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let values = try? container.decode([CorrectionValue].self) {
      self = .list(values)
    } else {
      self = .map(try container.decode([String: CorrectionValue].self))
    }
  }

  /// Writes the value as it stands.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .flag(let flag): try container.encode(flag)
    case .integer(let number): try container.encode(number)
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    case .list(let values): try container.encode(values)
    case .map(let members): try container.encode(members)
    }
  }
}
