import ArchiveQuery
import Discussion
import Ingest
import TestSupport
import Testing

@testable import ArchiveStore

/// Queries over letters in many languages, each with the letters that it finds.
struct ConformanceTests {
  /// Author, day of May 2014, subject and words of each letter; the number is its name.
  private static let letters: [(author: String, day: Int, subject: String, body: String)] = [
    (
      "Ada Byrne", 1, "Meeting notes",
      "We were discussing the budgets of the small towns and they have agreed."
    ),
    (
      "Jörg Müller", 2, "Straßenfest",
      "Das Fest in der Straße ist für die Häuser und nicht für das Haus allein."
    ),
    (
      "Chloé Dubois", 3, "Évolution",
      "Les évolutions de la liste ne sont pas dans les archives que nous avons."
    ),
    (
      "Iñaki Ruiz", 4, "Canciones",
      "La canción que cantamos no está en los archivos de la lista, pero sí en la otra."
    ),
    (
      "Иван Петров", 5, "Споры",
      "Мы уже спорили о том, что это не так, и ещё раз о спорах в списке."
    ),
    (
      "Ἑλένη Παπᾶ", 6, "Συζήτηση", "Η συζήτηση στην Αθήνα ήταν μεγάλη και ο Οδυσσεύς δεν ήταν εκεί."
    ),
    ("田中 花子", 7, "検索", "東京都で検索の話をしました。猫もいました。"),
    ("王小明", 8, "讨论", "我们在北京讨论了邮件列表的历史。"),
    ("김민수", 9, "한국어", "한국어를 검색하는 방법을 이야기합니다."),
    ("สมชาย", 10, "ภาษาไทย", "ภาษาไทยไม่มีช่องว่างระหว่างคำ"),
    ("أحمد", 11, "النقاش", "كَتَبَ أحمد رسالة عن القائمة إلى المدينة."),
    ("דוד", 12, "דיון", "הַדִּיּוּן ברשימה נמשך כל היום."),
    (
      "İlker Şahin", 13, "Toplantı",
      "İstanbul için bir toplantı var ama ısı çok yüksek ve bu iyi değil."
    ),
    ("Zoë Łukasz", 14, "Łódź", "I have been to Łódź and I do not know naïve people in the café."),
    (
      "bob@example.org", 15, "C++ or C",
      "I write C++ and .NET code; C# is not for me. See foo_bar.tar.gz and #parsers."
    ),
    (
      "Eve O'Neill", 16, "Don’t panic",
      "Don't write e-mail to ada@example.org, see https://lists.example.net/a/b?c=1 <x.1@mail.example> 👍"
    ),
  ]

  private static let archive = Task {
    let archive = try Archive()
    let folder = try ScratchFolder()
    var mbox = ""
    for (index, letter) in letters.enumerated() {
      mbox += """
        From x@example.org Thu May  1 10:00:00 2014
        From: \(letter.author.contains("@") ? letter.author : "\(letter.author) <a\(index + 1)@example.org>")
        Date: \(letter.day) May 2014 10:00:00 +0000
        Subject: \(letter.subject)
        Message-ID: <letter\(index + 1)@example.org>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        \(letter.body)


        """
    }
    try folder.write("letters.mbox", mbox)
    try await importAll([folder.path("letters.mbox")], into: archive)
    return archive
  }

  /// The query and the letters that it finds.
  static let table: [(String, [Int])] = [
    // Inflections, in the language of each letter; phrases as they stand.
    ("discuss", [1]), ("discussed", [1]), ("budget", [1]), ("town", [1]), ("\"town\"", []),
    ("\"small towns\"", [1]),
    ("agree", [1]), ("\"agree\"", []), ("body:budgets", [1]), ("subject:meetings", [1]),
    ("häuser", [2]),
    ("hauser", [2]), ("\"haus\"", [2]), ("évolution", [3]), ("evolution", [3]),
    ("\"évolutions\"", [3]),
    ("canción", [4]), ("cancion", [4]), ("спор", [5]), ("спорили", [5]), ("\"спор\"", []),
    ("\"о спорах\"", [5]),
    // Case and diacritics.
    ("strasse", [2]), ("STRASSE", [2]), ("straße", [2]), ("straßenfest", [2]), ("EVOLUTIONS", [3]),
    ("еще", [5]),
    ("ЕЩЁ", [5]), ("αθηνα", [6]), ("ΟΔΥΣΣΕΥΣ", [6]), ("istanbul", [13]), ("İSTANBUL", [13]),
    ("ISTANBUL", [13]),
    ("isi", [13]), ("lodz", [14]), ("ŁÓDŹ", [14]), ("cafe", [14]), ("café", [14]), ("naive", [14]),
    ("كتب", [11]), ("احمد", [11]), ("أحمد", [11]), ("הדיון", [12]), ("ＢＵＤＧＥＴＳ", [1]),
    // Scripts without blanks.
    ("東京", [7]), ("京都", [7]), ("東京都", [7]), ("検索", [7]), ("猫", [7]), ("\"検索の話\"", [7]), ("犬", []),
    ("北京", [8]), ("讨论", [8]), ("邮件列表", [8]), ("列", [8]), ("한국어", [9]), ("검색", [9]), ("방법", [9]),
    ("ภาษา", [10]), ("ช่องว่าง", [10]), ("東京 -猫", []), ("東京 OR 北京", [7, 8]), ("body:東京", [7]),
    ("subject:検索", [7]), ("quoted:東京", []), ("東京 NEAR/20 猫", [7]),
    // Names with signs, addresses, files.
    ("C++", [15]), ("c++", [15]), (".NET", [15]), ("C#", [15]), ("#parsers", [15]),
    ("parsers", [15]),
    ("foo_bar.tar.gz", [15]), ("ada@example.org", [16]), ("lists.example.net", [16]),
    ("https://lists.example.net/a/b?c=1", [16]),
    ("x.1@mail.example", [16]), ("e-mail", [16]), ("don't", [16]), ("don’t", [16]),
    ("\"Don't panic\"", [16]), ("👍", [16]),
    ("subject:C++", [15]), ("url:lists.example.net", [16]), ("-C++ code", []),
    // Authors are found as they are typed.
    ("from:muller", [2]), ("from:Müller", [2]), ("from:chloe", [3]), ("from:петров", [5]),
    ("from:田中", [7]),
    ("from:김민수", [9]), ("from:o'neill", [16]), ("from:bob@example.org", [15]), ("from:bob", [15]),
    ("from:byrnes", []),
    ("from:şahin", [13]), ("from:zoe", [14]),
    // Languages.
    ("lang:en", [1, 14, 15, 16]), ("lang:de", [2]), ("lang:fr", [3]), ("lang:es", [4]),
    ("lang:ru", [5]), ("lang:el", [6]),
    ("lang:ja", [7]), ("lang:zh", [8]), ("lang:ko", [9]), ("lang:th", [10]), ("lang:ar", [11]),
    ("lang:he", [12]),
    ("lang:tr", [13]), ("-lang:en lang:e*", [4, 6]),
    // Beginnings, approximation, nearness, dates, negation.
    ("budg*", [1]), ("東*", [7]), ("спор*", [5]), ("z* from:zoe", [14]), ("bugdet~2", [1]),
    ("budgts~1", [1]),
    ("discussing NEAR/3 budgets", [1]), ("discussing NEAR/1 towns", []), ("date:2014-05-03", [3]),
    ("date:2014-05-03..2014-05-05", [3, 4, 5]), ("before:2014-05-02", [1]),
    ("after:2014-05-15", [16]),
    ("date:2013", []), ("date:2014 budget", [1]), ("is:root lang:de", [2]), ("is:reply", []),
    ("NOT date:2014-05-01..2014-05-15", [16]), ("id:<letter7@example.org>", [7]),
    ("thread:{budget}", [1]),
    ("kind:message lang:ja", [7]), ("-(lang:en OR lang:de OR date:2014-05-03..2014-05-13)", []),
  ]

  @Test(arguments: table)
  func finds(query: String, letters: [Int]) async throws {
    let archive = try await ConformanceTests.archive.value
    let result = try archive.search(try QueryExpression(parsing: query), today: .someDay, limit: 50)
    let found = result.hits.compactMap { hit in
      hit.post.post.messageID.flatMap { Int($0.asWritten.filter(\.isNumber)) }
    }
    #expect(found.sorted() == letters)
    #expect(result.postCount == letters.count)
    let negated = try archive.search(
      .not(try QueryExpression(parsing: query)), today: .someDay, limit: 0)
    #expect(negated.postCount == ConformanceTests.letters.count - letters.count)
  }
}
