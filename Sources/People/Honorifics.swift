/// Words that stand beside a name out of politeness: `Dele-san`, `Mr Brown`, `Herr Doktor Weber`.
enum Honorifics {
  /// Whether a word, folded as in ``PersonName``, is one.
  static func contains(_ word: [UInt8]) -> Bool {
    words.contains(String(decoding: word, as: UTF8.self))
  }

  private static let words: Set<String> = [
    "san", "sama", "kun", "chan", "sensei", "ssi", "nim", "ji", "mr", "mrs", "ms", "miss", "dr",
    "prof", "professor", "doctor", "sir", "madam", "herr", "frau", "doktor", "mme", "mlle",
    "monsieur", "madame", "senor", "senora", "sr", "sra", "dom", "don", "dona", "pan", "pani",
    "bey", "hanim", "bhai", "uncle", "aunt", "brother", "sister", "comrade",
  ]
}
