/// Short forms by which people are called, each with the names that it stands for.
///
/// Folded as in ``PersonName``. Prefixes of at least four letters (Alex for Alexander) need no entry.
enum Nicknames {
  /// Whether one of the two is a short form of the other, or both are of a third.
  static func join(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let (first, second) = (names(of: left), names(of: right))
    return first.contains { second.contains($0) }
  }

  private static func names(of word: [UInt8]) -> [String] {
    let name = String(decoding: word, as: UTF8.self)
    return (table[name] ?? []) + [name]
  }

  private static let table: [String: [String]] = [
    "abby": ["abigail"], "al": ["albert", "alan", "alfred"],
    "andy": ["andrew", "andreas", "anders"],
    "ali": ["alison"], "art": ["arthur"], "barb": ["barbara"],
    "bart": ["bartholomew", "bartholomaus"],
    "becky": ["rebecca"], "ben": ["benjamin", "benedict"], "bert": ["albert", "robert", "hubert"],
    "bernie": ["bernard"], "beth": ["elizabeth"], "betty": ["elizabeth"], "bill": ["william"],
    "billy": ["william"], "bob": ["robert"], "bobby": ["robert"], "cathy": ["catherine"],
    "charlie": ["charles"], "chris": ["christopher", "christian", "christine", "christina"],
    "chuck": ["charles"], "cindy": ["cynthia"], "dan": ["daniel"], "danny": ["daniel"],
    "dave": ["david"], "debbie": ["deborah"], "dick": ["richard"], "don": ["donald"],
    "doug": ["douglas"], "ed": ["edward", "edwin", "edgar"], "eddie": ["edward"],
    "ernie": ["ernest"], "frank": ["francis", "franklin"], "fred": ["frederick", "alfred"],
    "gabi": ["gabriele", "gabriela"], "gene": ["eugene"], "geoff": ["geoffrey"],
    "greg": ["gregory"],
    "hal": ["harold"], "hank": ["henry"], "hans": ["johannes"], "harry": ["henry", "harold"],
    "jack": ["john", "jackson"], "jake": ["jacob"], "jeff": ["jeffrey"], "jenny": ["jennifer"],
    "jen": ["jennifer"], "jerry": ["gerald", "jerome"], "jim": ["james"], "jimmy": ["james"],
    "joe": ["joseph"], "joey": ["joseph"], "jochen": ["joachim"], "johnny": ["john"],
    "jon": ["jonathan"], "josh": ["joshua"], "kate": ["katherine", "catherine"],
    "kathy": ["katherine", "kathleen"], "katie": ["katherine"], "ken": ["kenneth"],
    "kim": ["kimberly"], "klaus": ["nikolaus"], "larry": ["lawrence"], "len": ["leonard"],
    "les": ["leslie", "lester"], "liz": ["elizabeth"], "lou": ["louis", "louise"],
    "maggie": ["margaret"], "mandy": ["amanda"], "marty": ["martin"],
    "matt": ["matthew", "matthias"],
    "max": ["maximilian", "maxwell"], "mel": ["melanie", "melvin"], "mick": ["michael"],
    "mike": ["michael"], "mitch": ["mitchell"], "nate": ["nathan", "nathaniel"],
    "ned": ["edward"], "nick": ["nicholas", "nicolas"], "pam": ["pamela"],
    "pat": ["patrick", "patricia"],
    "patty": ["patricia"], "peggy": ["margaret"], "pepe": ["jose"], "paco": ["francisco"],
    "pete": ["peter"], "phil": ["philip", "phillip"], "ray": ["raymond"],
    "rick": ["richard", "eric"],
    "rob": ["robert"], "robbie": ["robert"], "rod": ["rodney"], "ron": ["ronald"],
    "rich": ["richard"],
    "russ": ["russell"], "sam": ["samuel", "samantha"], "sandy": ["alexander", "sandra"],
    "sasha": ["alexander", "alexandra"], "sepp": ["josef"], "steve": ["steven", "stephen"],
    "stan": ["stanley"], "stu": ["stuart"], "sue": ["susan", "suzanne"],
    "ted": ["edward", "theodore"],
    "terry": ["terence", "teresa"], "theo": ["theodore"], "tim": ["timothy"], "tom": ["thomas"],
    "tommy": ["thomas"], "tony": ["anthony", "antonio"], "trish": ["patricia"], "uli": ["ulrich"],
    "val": ["valerie"], "vic": ["victor"], "vicky": ["victoria"], "vince": ["vincent"],
    "wally": ["walter"], "walt": ["walter"], "will": ["william"], "willy": ["wilhelm", "william"],
    "zach": ["zachary"], "ала": ["алла"], "аня": ["анна"], "боря": ["борис"], "ваня": ["иван"],
    "витя": ["виктор"], "дима": ["дмитрий"], "женя": ["евгений", "евгения"], "катя": ["екатерина"],
    "коля": ["николай"], "леша": ["алексей"], "маша": ["мария"], "миша": ["михаил"],
    "паша": ["павел"], "петя": ["петр"], "саша": ["александр", "александра"], "сережа": ["сергей"],
    "юра": ["юрий"],
  ]
}
