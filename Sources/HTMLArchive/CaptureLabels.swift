private import HTMLTree

/// The lines by which a capture shows where comments start and end.
enum CaptureLabels {
  /// "8 Responses to …", "Comments", "9 Kommentare".
  static func opensComments(_ line: String) -> Bool {
    let lower = line.lowercased().foldingSpace
    guard lower.utf8.count < 160 else { return false }
    var words = lower.split(separator: " ").map { ThemeText.trimmed(String($0)) }
      .filter {
        $0.unicodeScalars.contains {
          $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
      }
    // "There are 9 comments".
    if let lead = countLeads.first(where: { words.starts(with: $0) }) {
      words.removeFirst(lead.count)
    }
    guard let first = words.first else { return false }
    if words.count <= 2, openings.contains(ThemeText.trimmed(lower)) { return true }
    // Chinese and Japanese write count and noun together: "9件のコメント", "有9条评论".
    if counters.contains(where: { lower.contains($0) }),
      lower.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 })
    {
      return true
    }
    guard words.count >= 2 else { return false }
    // "Comments (9)"
    if openings.contains(first), words.count == 2,
      isCount(words[1].filter { !"()[]".contains($0) })
    {
      return true
    }
    return isCount(first) && openings.contains(words[1])
  }

  private static let countLeads = [
    ["there", "are"], ["there", "is"], ["there", "have", "been"], ["so", "far"], ["es", "gibt"],
    ["bisher"], ["hay"], ["il", "y", "a"],
    ["ci", "sono"], ["er", "zijn"],
  ]

  /// Whether a line says how many comments there are and no more: "two comments", "Keine Kommentare", "Comments (9)".
  static func countsComments(_ line: String) -> Bool {
    let lower = line.lowercased()
    guard lower.utf8.count < 60 else { return false }
    if let counter = counters.first(where: { lower.hasSuffix($0) }) {
      let count = lower.dropLast(counter.count).drop { $0 == "有" || $0 == "共" || $0 == " " }
      return !count.isEmpty && count.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 == 0x20 }
    }
    let words = lower.split(separator: " ").map(String.init)
    guard words.count == 2 else { return false }
    if openings.contains(words[0]), words[1].hasPrefix("("), words[1].hasSuffix(")") {
      return isFigures(words[1].dropFirst().dropLast())
    }
    return openings.contains(words[1]) && (isCount(words[0]) || nones.contains(words[0]))
  }

  /// "Leave a Reply", "Schreibe einen Kommentar".
  static func closesComments(_ line: String) -> Bool {
    let lower = ThemeText.trimmed(line.lowercased())
    return lower.utf8.count < 80 && endings.contains { lower.hasPrefix($0) }
  }

  /// A line without the mark of a picture at its start, which text browsers print: `[x]`, `[avatar.png]`.
  static func withoutImage(_ line: String) -> String {
    guard line.hasPrefix("["), let close = line.firstIndex(of: "]"), line.utf8.count > 3 else {
      return line
    }
    let inside = line[line.index(after: line.startIndex)..<close]
    guard !inside.isEmpty, inside.utf8.count <= 40, !inside.contains(" "),
      !inside.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
    else { return line }
    let rest = String(line[line.index(after: close)...]).foldingSpace
    return rest.isEmpty ? line : rest
  }

  /// The labels of links under a comment: "Reply", "Antworten ↓", "Like".
  static func isAction(_ line: String) -> Bool {
    guard line.utf8.count < 60 else { return false }
    var hasAction = false
    for word in line.lowercased().split(whereSeparator: { $0 == " " || $0 == "|" || $0 == "/" }) {
      let letters = String(
        String.UnicodeScalarView(word.unicodeScalars.filter { $0.properties.isAlphabetic }))
      guard !letters.isEmpty else { continue }
      if actions.contains(letters) {
        hasAction = true
      } else if !actionTails.contains(letters) {
        return false
      }
    }
    return hasAction
  }

  /// Whether a text browser opens an item of a list by it.
  static func isBullet(_ character: Character) -> Bool {
    "*+-#@=•◦○●■□▪▫▸►–☆★◇◆△▲".contains(character)
  }

  /// A line without the bullet at its start.
  static func withoutBullet(_ text: String) -> String {
    guard let first = text.first, isBullet(first) || first == "o" else { return text }
    guard let next = text.dropFirst().first else { return "" }
    return next == " " ? String(text.dropFirst(2)).foldingSpace : text
  }

  /// Whether the last word of a line is the label of a link.
  static func endsInAction(_ line: String) -> Bool {
    line.split(separator: " ").last.map { isAction(String($0)) } ?? false
  }

  /// The date that a line ends in, right behind a name: browsers print no blank between two blocks of one line
  /// ("AdaMay 30, 2019").
  static func gluedDate(in line: String) -> (name: String, match: PrintedDate.Match)? {
    var last: Character = " "
    for index in line.indices {
      defer { last = line[index] }
      guard line[index].isUppercase, last.isLowercase || last.isNumber || ")!?.".contains(last)
      else { continue }
      let rest = String(line[index...])
      if let match = PrintedDate().match(in: rest), match.range.lowerBound == 0,
        ThemeText.isNoise(rest.removing(match.range))
      {
        return (String(line[..<index]), match)
      }
    }
    return nil
  }

  /// The date of a line that holds a date and hardly anything else; labels of links may stand behind it.
  static func date(alone line: String) -> PrintedDate.Match? {
    guard line.utf8.count < 100, let match = PrintedDate().match(in: line) else { return nil }
    let lead = line.part(0..<match.leadStart)
    let tail = line.part(match.range.upperBound..<line.utf8.count)
    return ThemeText.isNoise(lead) && (ThemeText.isNoise(tail) || isAction(tail)) ? match : nil
  }

  /// Words that stand beside such a label: "Log in to Reply", "Login to post comments".
  private static let actionTails: Set<String> = [
    "to", "this", "post", "comment", "comments", "log", "in", "or", "register", "auf", "diesen",
    "kommentar", "um", "zu", "zum", "à", "a",
  ]

  private static let actions: Set<String> = [
    "reply", "replies", "delete", "replydelete", "login", "anmelden", "like", "likes", "edit",
    "permalink", "quote",
    "report", "share", "loading",
    "antworten",
    "antwort", "zitieren", "melden", "bearbeiten", "répondre", "citer", "signaler", "responder",
    "citar", "rispondi", "cita", "reageer", "beantwoorden", "antwoorden", "odpowiedz", "ответить",
    "返信", "回复", "回覆", "svar", "svara", "modifier", "editar", "modifica", "bewerken", "edytuj",
    "изменить", "引用", "flag", "upvote", "downvote", "link",
  ]

  /// Words that open the lines between an article and its comments, which are no part of it.
  static func closesArticle(_ line: String) -> Bool {
    let lower = ThemeText.trimmed(line.lowercased())
    return tails.contains { lower.hasPrefix($0) }
  }

  private static let tails = [
    "this entry was posted", "this entry is filed", "this post was posted", "posted in ",
    "filed under", "filed in", "tagged ", "tags:", "share this", "like this:", "related posts",
    "bookmark the permalink", "post navigation", "← previous", "« previous", "previous post",
    "you can follow any responses", "dieser eintrag wurde", "dieser beitrag wurde",
    "veröffentlicht unter", "veröffentlicht in", "geschrieben in", "schlagwörter",
    "beitrags-navigation",
    "teilen mit", "ce billet a été", "cet article a été", "cette entrée a été", "publié dans",
    "esta entrada fue", "publicado en", "esta entrada foi", "publicado em",
    "questo articolo è stato",
    "questa voce è stata", "pubblicato in", "dit bericht is geplaatst", "geplaatst in",
    "ten wpis został", "запись опубликована", "рубрика:", "метки:",
  ]

  /// The title after "Pingback:" or "Trackback:"; nil for other lines.
  static func pingback(_ line: String) -> String? {
    guard let colon = line.utf8.firstIndex(of: 0x3A) else { return nil }
    guard ThemeText.pingLabels.contains(line[..<colon].lowercased()) else { return nil }
    return String(line[line.utf8.index(after: colon)...]).foldingSpace
  }

  private static func isCount(_ word: String) -> Bool {
    isFigures(word[...]) || numbers.contains(word)
  }

  private static func isFigures(_ word: Substring) -> Bool {
    word.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2C || $0 == 0x2E }
  }

  /// The numbers up to ten, in letters, as templates print them.
  private static let numbers: Set<String> = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "ein", "eine", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn",
    "een", "één", "twee", "drie", "vijf", "zes", "zeven", "negen", "tien",
    "un", "une", "deux", "trois", "quatre", "cinq", "sept", "huit", "neuf", "dix",
    "una", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez",
    "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci",
    "um", "uma", "dois", "duas", "três", "quatro", "sete", "oito", "dez",
  ]

  private static let nones: Set<String> = [
    "no", "keine", "geen", "aucun", "aucune", "ningún", "ninguna", "sin", "nessun", "nessuna",
    "nenhum", "nenhuma", "sem", "brak", "нет",
  ]

  private static let openings: Set<String> = [
    "responses", "response", "comments", "comment", "replies", "thoughts", "thought",
    "kommentare", "kommentar", "antworten", "antwort", "gedanken", "reaktionen",
    "commentaires", "commentaire", "réponses", "réflexions", "comentarios", "comentario",
    "respuestas", "pensamientos", "comentários", "comentário", "respostas", "commenti", "commento",
    "risposte", "reacties", "reactie", "комментариев", "комментария", "комментарии", "komentarzy",
    "réponse", "pensées", "respuesta", "resposta", "pensamentos", "risposta", "pensieri",
    "gedachten", "antwoorden", "комментарий", "ответов", "ответа", "komentarze", "komentarz",
    "odpowiedzi", "odpowiedź", "przemyśleń", "評論", "评论", "留言", "回應", "回复", "コメント",
    "フィードバック", "discussion",
  ]

  private static let counters = [
    "件のフィードバック", "件のコメント", "件の返信", "条评论", "條評論", "条回复", "條回覆", "則回應",
    "則留言", "条留言", "條留言", "个评论", "個評論", "条回应", "個回應",
  ]

  private static let endings = [
    "leave a reply", "leave a comment", "post a comment", "add a comment", "write a comment",
    "add your comment", "comments are closed", "submit a comment", "join the discussion",
    "schreibe einen kommentar", "kommentar verfassen", "hinterlasse einen kommentar",
    "kommentar schreiben", "hinterlasse eine antwort", "schreib einen kommentar",
    "kommentare sind geschlossen", "laisser un commentaire", "laissez un commentaire",
    "poster un commentaire", "les commentaires sont fermés", "deja un comentario",
    "deja una respuesta",
    "escribe un comentario", "dejar un comentario", "deixe um comentário", "deixe uma resposta",
    "deixar um comentário", "lascia un commento", "rispondi", "scrivi un commento",
    "geef een reactie", "laat een reactie achter", "plaats een reactie", "reageer",
    "добавить комментарий", "оставить комментарий", "dodaj komentarz", "skomentuj",
    "napisz komentarz",
    "コメントを残す", "コメントする", "コメントを投稿", "返信を残す", "发表评论", "发表回复", "發表評論",
    "發表迴響", "發佈留言", "發佈回覆", "添加评论", "escribir un comentario", "los comentarios están cerrados",
    "os comentários estão encerrados", "comentários encerrados", "i commenti sono chiusi",
    "de reacties zijn gesloten", "reacties zijn gesloten", "комментарии закрыты",
    "możliwość komentowania", "comments closed", "commentaires fermés", "commenting is closed",
  ]
}
