/// A JSON text (RFC 8259) as a flat list of values in the order of the file.
///
/// Strict in its grammar, but for raw control characters in strings, which some dumps have. Strings are
/// decoded when they are asked for; members of an object keep their order.
struct JSONDocument: Sendable {
  /// The deepest nesting that is read.
  static let depthLimit = 200
  /// The most values that are read.
  static let valueLimit = 4 << 20

  private let storage: JSONStorage

  /// Parses a text; nil where it is no JSON, nests too deeply or holds too many values.
  ///
  /// - Complexity: One pass, without recursion.
  init?(_ bytes: [UInt8]) {
    guard bytes.count < Int(Int32.max) else { return nil }
    var scanner = JSONScanner(bytes)
    guard scanner.scan() else { return nil }
    self.storage = JSONStorage(bytes: bytes, values: scanner.values)
  }

  /// The outermost value.
  var root: JSONValue { JSONValue(storage: storage, index: 0) }
}

/// The bytes of a text and where its values lie in them.
final class JSONStorage: Sendable {
  enum Kind: UInt8 {
    case object, array, string, escapedString, number, yes, no, null
  }

  struct Value {
    var kind: Kind
    /// Where its characters start; in a string, after the quotation mark.
    var start: Int32
    /// How many bytes it has, without quotation marks; 0 for objects and arrays.
    var count: Int32 = 0
    /// One past the number of the last value inside it.
    var end: Int32
  }

  let bytes: [UInt8]
  /// In pre-order; in an object each key is a string right before its value.
  let values: [Value]

  init(bytes: [UInt8], values: [Value]) {
    self.bytes = bytes
    self.values = values
  }
}

/// One value of a ``JSONDocument``.
struct JSONValue: Sendable {
  fileprivate let storage: JSONStorage
  fileprivate let index: Int

  private var record: JSONStorage.Value { storage.values[index] }

  /// Whether it is an object.
  var isObject: Bool { record.kind == .object }
  /// Whether it is an array.
  var isArray: Bool { record.kind == .array }
  /// Whether it is `true`.
  var isTrue: Bool { record.kind == .yes }

  /// The elements of an array; empty for other values.
  var items: [JSONValue] { record.kind == .array ? inner : [] }

  /// The value of an object's first member of a name; nil for other values and for `null`.
  ///
  /// - Complexity: Linear in the number of members.
  subscript(name: String) -> JSONValue? {
    guard record.kind == .object else { return nil }
    var position = index + 1
    while position + 1 < Int(record.end) {
      let key = storage.values[position]
      let value = storage.values[position + 1]
      if matches(key, name) {
        return value.kind == .null ? nil : JSONValue(storage: storage, index: position + 1)
      }
      position = Int(value.end)
    }
    return nil
  }

  /// The characters of a string; nil for other values.
  var string: String? {
    switch record.kind {
    case .string: String(decoding: characters(of: record), as: UTF8.self)
    case .escapedString: JSONEscapes.decoded(characters(of: record))
    default: nil
    }
  }

  /// The characters of a string that is not blank.
  var text: String? {
    guard let string, !string.utf8.allSatisfy({ $0 <= 0x20 }) else { return nil }
    return string
  }

  /// The characters of a string or number.
  var token: String? {
    record.kind == .number
      ? String(decoding: characters(of: record), as: UTF8.self) : text
  }

  /// A number without a fraction, also where a string holds it.
  var integer: Int? { token.flatMap { Int($0) } }

  /// A number; finite, as the grammar has no others that fit.
  var number: Double? { token.flatMap { Double($0) }.flatMap { $0.isFinite ? $0 : nil } }

  /// The elements of an array, or the members' keys and values of an object.
  private var inner: [JSONValue] {
    var found: [JSONValue] = []
    var position = index + 1
    while position < Int(record.end) {
      found.append(JSONValue(storage: storage, index: position))
      position = Int(storage.values[position].end)
    }
    return found
  }

  private func characters(of value: JSONStorage.Value) -> ArraySlice<UInt8> {
    storage.bytes[Int(value.start)..<Int(value.start + value.count)]
  }

  private func matches(_ key: JSONStorage.Value, _ name: String) -> Bool {
    key.kind == .escapedString
      ? JSONEscapes.decoded(characters(of: key)) == name
      : characters(of: key).elementsEqual(name.utf8)
  }
}
