/// Words that open a letter, and words that stand before a comma without being names.
///
/// ASCII lower case, diacritics
/// folded as in ``PersonName``.
enum GreetingWords {
  /// Words that a name follows.
  ///
  /// Languages: en, de, nl, fr, es, pt, it, sv/da/no, fi, pl, cs, tr, ru.
  static let greetings: Set<String> = [
    "hi", "hello", "hey", "dear", "hiya", "howdy", "greetings", "hallo", "liebe", "lieber", "hoi",
    "beste", "geachte", "moin", "servus", "salut", "bonjour", "bonsoir", "cher", "chere", "hola",
    "estimado", "estimada", "querido", "querida", "ola", "oi", "caro", "cara", "ciao", "hej", "hei",
    "kara", "kare", "moi", "czesc", "witaj", "ahoj", "merhaba", "привет", "здравствуйте",
    "здравствуй", "thanks", "thank", "thx", "merci", "danke", "gracias", "grazie", "obrigado",
    "tack", "sorry", "yes", "no", "agreed", "welcome", "ok", "okay", "well", "yo", "cheers", "re",
    "congratulations", "congrats", "good", "great", "morning", "evening", "afternoon", "you", "to",
    "@", "and", "guten", "tag", "bravo", "wow", "oh", "ah",
  ]

  /// Words before a comma or colon at the start of a text that address nobody.
  static let notNames: Set<String> = [
    "all", "everyone", "everybody", "folks", "guys", "people", "list", "team", "there", "again",
    "friends", "hackers", "developers", "also", "however", "so", "but", "and", "or", "if", "then",
    "first", "firstly", "second", "secondly", "third", "finally", "actually", "anyway", "indeed",
    "perhaps", "maybe", "sure", "right", "true", "yeah", "yep", "nope", "please", "well", "now",
    "today", "yesterday", "here", "what", "why", "how", "when", "where", "who", "this", "that",
    "it",
    "i", "you", "we", "they", "he", "she", "in", "on", "at", "of", "for", "from", "with", "as",
    "the",
    "a", "an", "my", "your", "our", "note", "ps", "edit", "update", "nb", "btw", "fyi", "imho",
    "imo",
    "afaik", "iirc", "hmm", "hm", "er", "um", "lol", "sir", "madam", "sirs", "both", "mr", "mrs",
    "ms",
    "dr", "interesting", "nice", "cool", "excellent", "awesome", "amazing", "beautiful", "lovely",
    "fantastic", "perfect", "exactly", "alternatively", "additionally", "besides", "meanwhile",
    "otherwise", "therefore", "thus", "hence", "still", "yet", "instead", "personally", "honestly",
    "frankly", "basically", "clearly", "obviously", "unfortunately", "fortunately", "apparently",
    "just", "not", "never", "always", "often", "sometimes", "after", "before", "since", "while",
    "although", "though", "because", "by", "one", "two", "three", "some", "many", "most", "more",
    "example", "question", "answer", "q", "summary", "disclaimer", "warning", "date", "subject",
    "cc",
    "alle", "zusammen", "tous", "toutes", "todos", "tutti", "liste", "lista", "hi", "hello", "hey",
    "thanks", "thank", "regards", "cheers", "lastly", "ironically", "seriously", "really", "oops",
    "whoops", "ouch", "damn", "christ", "god", "jesus", "man", "dude", "bro", "mate", "buddy",
  ]

  /// Words with which a letter closes, where a name may stand but is none.
  static let closings: Set<String> = [
    "best", "regards", "cheers", "sincerely", "yours", "respectfully", "bye", "later", "ciao",
    "love", "kind", "warm", "warmly", "cordially", "peace", "tschuess", "gruss", "gruesse",
    "grusse", "viele", "liebe", "mfg", "lg", "vg", "cordialement", "amicalement", "bises",
    "saludos", "atentamente", "abrazos", "saluti", "groeten", "groetjes", "mvg", "hilsen", "mvh",
    "halsningar", "pozdrawiam", "pozdrav", "terveisin", "selam", "saygilar", "abracos", "att",
    "respect", "ack", "acked", "reviewed", "tested", "signed", "yes", "no", "done", "fixed",
    "sent", "via", "from", "end", "edit", "update", "original", "forwarded", "attachment",
  ]
}
