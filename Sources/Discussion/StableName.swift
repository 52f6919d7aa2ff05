internal import SourceBytes

/// Short names that are a function of what they name.
package enum StableName {
  /// Crockford base 32, lower case, of the SHA-256 of `text`; the first character is a letter.
  ///
  /// - Parameter characterCount: At most 51.
  package static func letters(of text: String, characterCount: Int) -> String {
    let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    var characters: [UInt8] = []
    characters.reserveCapacity(characterCount)
    var pool = 0
    var bitCount = 0
    for byte in ContentDigest(of: text).bytes {
      pool = (pool << 8 | Int(byte)) & 0xfff
      bitCount += 8
      while bitCount >= 5, characters.count < characterCount {
        bitCount -= 5
        let value = pool >> bitCount & 31
        // 22 letters follow the ten digits; the first character takes its value modulo those.
        characters.append(characters.isEmpty ? alphabet[10 + value % 22] : alphabet[value])
      }
    }
    return String(decoding: characters, as: UTF8.self)
  }
}
