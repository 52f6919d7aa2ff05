/// Gives the words of a text one after the other as the full-text index holds them.
///
/// To the words of ``WordScanner`` it adds, at the place of the first word that begins so, each letter or digit of ASCII with
/// which a word begins: what asks for `a*` need not gather every word with an `a`.
public struct IndexScanner {
  /// Before a letter: that some word of the text begins so.
  public static let initialMark: UInt8 = 5

  private var scanner = WordScanner()
  private let tellsInitials: Bool
  /// The first letters that were told already: a bit for each of a to z and 0 to 9.
  private var initials: UInt64 = 0
  private var waiting: UInt8?
  private var initial: FixedWord?

  /// Starts before the first word.
  ///
  /// - Parameter tellsInitials: Whether first letters are words too, as they are in posts and not in queries.
  public init(tellsInitials: Bool) {
    self.tellsInitials = tellsInitials
  }

  /// Goes to the next word.
  ///
  /// - Parameter bytes: UTF-8, the same in each call.
  /// - Returns: Whether there is one.
  public mutating func next(in bytes: Span<UInt8>) -> Bool {
    if let letter = waiting {
      waiting = nil
      var mark = FixedWord()
      mark.append(IndexScanner.initialMark)
      mark.append(letter)
      initial = mark
      return true
    }
    initial = nil
    guard scanner.next(in: bytes) else { return false }
    guard tellsInitials, !scanner.isColocated else { return true }
    let letter = scanner.folded[0]
    if letter < 0x80, initials & (1 << UInt64(letter & 0x3f)) == 0 {
      initials |= 1 << UInt64(letter & 0x3f)
      waiting = letter
    }
    return true
  }

  /// Lends the bytes of the word, UTF-8.
  public func withBytes<Result>(_ body: (Span<UInt8>) throws -> Result) rethrows -> Result {
    if let initial { return try initial.withBytes(body) }
    return try scanner.folded.withBytes(body)
  }

  /// Where the word stands in the text: offsets of bytes.
  public var range: Range<Int> { scanner.range }

  /// Whether the word stands at the same place as the one before.
  public var isColocated: Bool { initial != nil || scanner.isColocated }

  /// Whether the word may be an inflection of another.
  public var isForm: Bool {
    initial == nil && scanner.isLetters && !scanner.isColocated
      && scanner.folded.count > 2 && scanner.folded.count <= 32
  }

  /// The word in lower case with its diacritics.
  public var lower: FixedWord { scanner.lower }

  /// The word without case and diacritics.
  public var folded: FixedWord { scanner.folded }
}
