/// Classes of English words that tell what a sentence does, whatever it is about.
enum WordClasses {
  /// The names of the classes.
  static let names = table.map { $0.0 }

  /// The bit of a class.
  static func bit(_ name: String) -> UInt32 {
    1 << UInt32(names.firstIndex(of: name) ?? 31)
  }

  /// The classes of a word as bits.
  static func of(_ hash: UInt64) -> UInt32 { bits[hash] ?? 0 }

  private static let bits: WordTable<UInt32> = {
    var bits = WordTable<UInt32>(capacity: 512)
    for (index, (_, words)) in table.enumerated() {
      for word in words.split(separator: " ") {
        let hash = Hashing.of(word.utf8)
        bits[hash] = (bits[hash] ?? 0) | 1 << UInt32(index)
      }
    }
    return bits
  }()

  private static let table: [(String, String)] = [
    ("i", "i i'm i've i'd i'll me my myself mine im ive"),
    ("you", "you your you're you've you'd you'll yourself yours youre"),
    ("we", "we our us we're we've ourselves"),
    ("he", "he she him her his hers he's she's"),
    (
      "they",
      "they them their they're themselves those these people person someone anyone everyone others most many men women"
    ),
    ("modal", "should must ought need needs has have"),
    (
      "may",
      "may might could can would perhaps possibly probably maybe likely seems seem seemed appear appears"
    ),
    ("will", "will shall going gonna won't"),
    (
      "neg",
      "not no never none nothing nobody nor don't doesn't didn't isn't aren't wasn't can't cannot won't wouldn't shouldn't couldn't without dont doesnt isnt cant wont"
    ),
    (
      "think",
      "think believe feel feels opinion view views argue argument claim say saying agree disagree suppose guess consider thought point mean"
    ),
    ("because", "because since so therefore thus hence due reason reasons"),
    ("but", "but however although though yet while whereas despite rather instead unless except"),
    ("if", "if when whenever unless suppose imagine then"),
    ("like", "example instance such like e.g eg ie"),
    (
      "judge",
      "good bad better best worse worst wrong right great important problem problems issue unfair fair immoral moral terrible horrible evil harmful useful useless stupid ridiculous valid invalid true false more less than very really just simply only absolutely"
    ),
    ("past", "was were had did been got went said told made took"),
    ("be", "is are be am being it's that's there's isn't"),
    (
      "meta",
      "thanks thank edit reddit view change post posts comment comments op thread list message please question questions sorry link links read reply replies update hey hi hello upvote discussion sure yeah ok okay email mail wrote"
    ),
    ("ask", "what why how who where which when"),
    ("count", "<n> percent one two three hundred thousand million"),
    ("this", "the a an this that these those"),
  ]
}
