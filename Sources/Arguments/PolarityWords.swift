/// English words that praise, blame, join or turn, for telling agreement from disagreement.
enum PolarityWords {
  /// What a word does; a word may do several things.
  struct Kind: OptionSet {
    let rawValue: UInt8
    /// It praises.
    static let good = Kind(rawValue: 1)
    /// It blames.
    static let bad = Kind(rawValue: 2)
    /// It joins what is said to what was said: "also", "exactly".
    static let joining = Kind(rawValue: 4)
    /// It turns away from what was said: "but", "actually".
    static let turning = Kind(rawValue: 8)
    /// It turns within a sentence: "but", "except".
    static let contrast = Kind(rawValue: 16)
    /// It opens a question.
    static let asking = Kind(rawValue: 32)
    /// The writer speaks of themselves.
    static let oneself = Kind(rawValue: 64)
    /// It points at a thing.
    static let pointing = Kind(rawValue: 128)
  }

  /// What a word does, by its hash.
  static func of(_ hash: UInt64) -> Kind { table[hash] ?? [] }

  /// Words of laughter.
  static let laughter = WordSet("lol haha lmao hahaha".split(separator: " "))

  private static let table: WordTable<Kind> = {
    var table = WordTable<Kind>(capacity: 256)
    for (kind, words) in lists {
      for word in words.split(whereSeparator: \.isWhitespace) {
        let hash = Hashing.of(word.utf8)
        table[hash] = (table[hash] ?? []).union(kind)
      }
    }
    return table
  }()

  private static let lists: [(Kind, String)] = [
    (
      .good,
      """
      good great best better nice excellent awesome wonderful love like liked thanks thank glad happy helpful useful
      fair valid smart wise brilliant perfect fantastic well appreciate hope safe safer important effective respect
      interesting amazing sensible reasonable true correct right
      """
    ),
    (
      .bad,
      """
      bad worse worst wrong false stupid idiot idiots idiotic dumb ridiculous absurd nonsense bullshit bs terrible
      horrible awful evil lie lies lying liar fail fails failed failure ignorant ignorance ignore ignoring foolish
      silly pathetic sad crap shit fuck fucking moron morons hate hypocrisy hypocrite flawed fallacy irrelevant
      incorrect untrue useless pointless selfish misleading misinformation propaganda invalid illogical irrational
      problem mistake mistaken unfair harm harmful dangerous weak poor cowards coward
      """
    ),
    (
      .joining,
      """
      also too plus another same likewise additionally yes yeah yep yup exactly agreed definitely absolutely totally
      indeed sure ditto
      """
    ),
    (
      .turning,
      """
      but however although though actually except yet still nope no not wrong really nah rather instead
      """
    ),
    (.contrast, "but however though although except"),
    (
      .asking,
      "so then what why how do does is are did who where when which can could"
    ),
    (.oneself, "i i'm i've my"),
    (.pointing, "the a this that it that's it's"),
  ]
}
