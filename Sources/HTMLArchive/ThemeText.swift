private import HTMLTree

/// Words that themes print around names and dates, in the languages of ``MonthNames``.
enum ThemeText {
  /// What stands after a name: "says:", "sagt:".
  static let speechVerbs: Set<String> = [
    "says", "said", "writes", "wrote", "commented", "replied", "responded", "sagt", "sagte",
    "schreibt", "schrieb", "meint", "meinte", "kommentierte", "dice", "dijo", "escribió",
    "comentó", "diz", "disse", "escreveu", "comentou", "ha", "detto", "scrive", "scritto",
    "commenta", "dit", "a", "écrit", "commenté", "zegt", "schreef", "zei", "siger", "skriver",
    "säger", "sier", "mówi", "pisze", "napisał", "napisała", "говорит", "пишет", "написал",
    "написала", "より", "说道", "说", "說",
  ]

  /// What stands before a name, with a colon or without: "Comment by", "Kommentar von".
  static let leads: [String] = [
    "comment by", "comment from", "posted by", "written by", "submitted by", "published by", "by",
    "kommentar von", "verfasst von", "veröffentlicht von", "gepostet von", "geschrieben von",
    "erstellt von", "eingestellt von", "von", "publié par", "écrit par", "posté par", "rédigé par",
    "commentaire par", "commentaire de", "par", "comentario de", "comentario por",
    "publicado por", "escrito por", "enviado por", "por", "comentário por", "comentário de",
    "postado por", "commento di", "scritto da", "pubblicato da", "inviato da", "postato da",
    "reactie van", "reactie door", "geplaatst door", "geschreven door", "door",
    "комментарий от", "опубликовано", "опубликовал", "написал", "автор", "от", "dodane przez",
    "napisane przez", "opublikowane przez", "przez", "投稿者", "作者", "发布者", "發佈者",
    "publicado el", "作成者", "view all posts by", "see all posts by", "more posts by", "all posts by",
    "alle beiträge von", "voir tous les articles par", "voir tous les articles de",
    "ver todas las entradas de", "ver todas las entradas por", "ver todos los mensajes de",
    "vedi tutti gli articoli di", "ver todos os posts de", "ver todos os posts por",
    "alle berichten van", "pingback by", "trackback by", "pingback from", "trackback from",
    "pingback von", "trackback von", "pingback de", "trackback de", "pingback par", "trackback par",
    "pingback por", "trackback por", "pingback di", "trackback di", "pingback da", "trackback da",
    "pingback door", "trackback door", "pingback van", "trackback van", "ピンバック by", "トラックバック by",
    "コメント by", "rétrolien de", "rétrolien par",
  ]

  /// What stands before a name with a colon only: without it, they may be of the name.
  private static let labels: [String] = [
    "author", "autor", "autorin", "auteur", "autore", "autora", "name", "nom", "nome", "nombre",
    "naam", "from", "имя", "imię", "名前", "昵称",
  ]

  /// Where a lead such as "Posted by" or "作者：" ends in text in lower case, and whether it is more than a
  /// word such as "by".
  private static func leadEnd(in lower: [UInt8]) -> (end: Int, isLong: Bool)? {
    for (lead, needsColon) in sortedLeads where lower.count > lead.count {
      guard lower.starts(with: lead) else { continue }
      var end = lead.count
      let colonStart = lower[end] == 0x20 ? end + 1 : end
      let hasColon =
        lower[colonStart...].first == 0x3A || lower[colonStart...].starts(with: [0xEF, 0xBC, 0x9A])
      if hasColon { end = colonStart + (lower[colonStart] == 0x3A ? 1 : 3) }
      guard hasColon || !needsColon && lower[end] == 0x20, end < lower.count else { continue }
      return (end, lead.count > 3 || hasColon)
    }
    return nil
  }

  /// Whether text opens with a lead such as "Posted by" and goes on.
  static func hasLead(_ text: String) -> Bool {
    leadEnd(in: Array(trimmed(text).lowercased().utf8))?.isLong ?? false
  }

  /// The name in text that opens with a lead such as "by" or "Posted by"; nil where it opens with none.
  static func nameBehindLead(_ text: String) -> String? {
    let text = trimmed(text)
    guard leadEnd(in: Array(text.lowercased().utf8)) != nil, let name = name(from: text),
      name.utf8.count <= 100, !isNoise(name)
    else { return nil }
    return name
  }

  /// Words that alone are no comment: connectives and the labels of links.
  static let noise: Set<String> = [
    "on", "at", "am", "um", "uhr", "by", "von", "le", "à", "el", "il", "em", "às", "de", "a", "las",
    "op", "om", "the", "und", "and", "|", "comment", "kommentar", "comentario", "commentaire",
    "commento", "comentário", "reactie", "permalink", "permalien", "link", "reply", "antworten",
    "antwort", "responder", "répondre", "rispondi", "reageer", "beantwoorden", "edit", "bearbeiten",
    "editar", "modifier", "modifica", "bewerken", "quote", "zitieren", "zitiere", "citar", "report",
    "melden", "like", "liken", "likes", "says", "sagt", "pingback", "trackback", "autor", "author",
    "auteur", "autore", "admin", "post", "log", "in", "to", "zum", "anmelden", "this", "share",
    "teilen", "loading", "cancel", "abbrechen", "website", "says:", "于", "於", "在", "发表", "發表",
    "发表于",
    "發表於", "发布于", "回复", "回覆", "返信", "の", "さん", "г", "в", "o", "dnia", "ответить", "odpowiedz",
    "posted", "wrote", "written", "published", "date", "datum", "fecha", "дата", "日期", "日時",
    "publicado", "publié", "pubblicato", "geplaatst", "geschrieben", "verfasst", "erstellt",
    "added",
  ]

  /// Marks that themes put beside the name of the article's author.
  static let badges: Set<String> = [
    "autor", "autorin", "author", "post author", "article author", "beitragsautor",
    "beitragsautorin", "artikelautor", "auteur", "autore", "autora", "admin", "administrator",
    "moderator", "mod", "op", "staff", "автор", "forfatter", "författare", "沙发", "沙發", "板凳", "地板",
    "地毯", "地下室",
  ]

  /// 18 of "18楼", "#18楼": which floor a comment is.
  static func floor(in text: String) -> Int? {
    guard text.utf8.count <= 12, let last = text.unicodeScalars.last, last == "楼" || last == "樓"
    else { return nil }
    let digits = text.unicodeScalars.dropLast().drop { $0 == "#" || $0 == "第" || $0 == " " }
    return Int(String(String.UnicodeScalarView(digits)).foldingSpace).flatMap { $0 > 0 ? $0 : nil }
  }

  /// Whether text says that a comment was not approved yet.
  static func saysHeld(_ text: String) -> Bool {
    guard text.utf8.count < 160 else { return false }
    let lower = text.lowercased()
    return [
      "awaiting moderation", "wartet auf freischaltung", "muss noch freigeschaltet",
      "en attente de modération", "pendiente de moderación", "aguardando moderação",
      "in attesa di moderazione", "wacht op moderatie", "wacht nog op moderatie",
    ].contains { lower.contains($0) }
  }

  /// Whether text opens with a label such as "Joined:", which in forums stands beside each name.
  static func tellsOfMembership(_ text: String) -> Bool {
    let lower = text.lowercased()
    return memberships.contains { lower.hasPrefix($0) }
  }

  private static let memberships = [
    "joined", "join date", "registered", "registration date", "member since", "last visit",
    "last edited", "last seen", "edited", "registriert", "mitglied seit", "beigetreten",
    "dabei seit",
    "anmeldungsdatum", "zuletzt", "inscrit", "inscription", "membre depuis", "registrado",
    "fecha de ingreso", "miembro desde", "registrato", "iscritto", "geregistreerd", "lid sinds",
    "lid geworden", "dołączył", "rejestracja", "зарегистрирован", "регистрация", "注册", "註冊", "登録日",
  ]

  /// Text without a "Says:" that stands before it.
  static func withoutLeadingVerb(_ text: String) -> String {
    guard let first = text.utf8.split(whereSeparator: { $0 <= 0x20 }).first else { return text }
    let word = String(decoding: first, as: UTF8.self)
    guard word.hasSuffix(":"), speechVerbs.contains(word.dropLast().lowercased()) || word == ":"
    else {
      return text
    }
    return String(decoding: text.utf8[first.endIndex...].drop { $0 <= 0x20 }, as: UTF8.self)
  }

  /// Whether a line is a name with "says:" behind it, and no more.
  static func isSpeech(_ line: String, wordCount: Int = 6) -> Bool {
    guard line.hasSuffix(":") || line.hasSuffix("：") else { return false }
    let bare = trimmed(line)
    let words = bare.split(separator: " ")
    guard words.count <= wordCount, let last = words.last?.lowercased() else { return false }
    return words.count > 1 && speechVerbs.contains(last)
      || joinedVerbs.contains { bare.hasSuffix($0) && bare.count > $0.count }
  }

  /// Labels of a line that introduces a pingback or trackback.
  static let pingLabels: Set<String> = [
    "pingback", "trackback", "pingbacks", "trackbacks", "rétrolien", "ping", "ピンバック", "トラックバック",
    "пингбэк", "трекбэк", "terugkoppeling", "引用通告",
  ]

  /// The same in UTF-8, the longest first.
  private static let sortedLeads =
    (leads.map { (Array($0.utf8), false) } + labels.map { (Array($0.utf8), true) })
    .sorted { $0.0.count > $1.0.count }

  /// A name without "says:", "Comment by", and marks around it; nil where nothing is left.
  static func name(from text: String) -> String? {
    var name = trimmed(text)
    let lower = Array(name.lowercased().utf8)
    if isBareLead(lower) { return nil }
    var hasLead = false
    if lower.count == name.utf8.count, let lead = leadEnd(in: lower) {
      name = trimmed(String(name.utf8.dropFirst(lead.end)) ?? name)
      hasLead = true
    }
    var words = name.split(separator: " ").map(String.init)
    // "Alle Beiträge von Ada anzeigen".
    if hasLead, words.count > 1, showing.contains(words[words.count - 1].lowercased()) {
      words.removeLast()
    }
    var endsWithColon =
      text.foldingSpace.hasSuffix(":") || text.foldingSpace.hasSuffix("…")
      || text.foldingSpace.hasSuffix("：")
    // "Ada on" stays when a date after it was cut off; a verb goes with its colon, or at a line's end.
    while words.count > 1, let last = words.last {
      let bare = trimmed(last).lowercased()
      guard
        bare.isEmpty || connectives.contains(bare)
          || speechVerbs.contains(bare) && (endsWithColon || bare.utf8.count > 2)
      else {
        break
      }
      words.removeLast()
      endsWithColon = endsWithColon || last.hasSuffix(":")
    }
    name = trimmed(words.joined(separator: " "))
    // Where words are not parted, the verb stands right behind the name.
    if endsWithColon, let verb = joinedVerbs.first(where: { name.hasSuffix($0) }) {
      let rest = trimmed(String(name.dropLast(verb.count)))
      if !rest.isEmpty { name = rest }
    }
    return name.isEmpty ? nil : name
  }

  private static let showing: Set<String> = ["anzeigen", "weergeven", "bekijken", "→"]
  private static let joinedVerbs = ["より", "说道", "說道", "说", "說"]

  /// Whether text is a lead such as "Posted by" with no name behind it.
  private static func isBareLead(_ lower: [UInt8]) -> Bool {
    guard lower.contains(0x20) || lower.first.map({ $0 >= 0xE0 }) ?? false else { return false }
    return sortedLeads.contains { lead, needsColon in !needsColon && lead == lower }
  }

  private static let connectives: Set<String> = [
    "on", "at", "am", "um", "le", "el", "il", "op", "em",
  ]

  /// Whether text is nothing but figures, marks and words from ``noise``.
  static func isNoise(_ text: String) -> Bool {
    for word in text.lowercased().split(whereSeparator: { $0.isWhitespace }) {
      let letters = word.unicodeScalars.filter {
        $0.properties.isAlphabetic || $0.properties.isEmojiPresentation || $0 == "\u{FFFD}"
      }
      if letters.isEmpty { continue }
      let bare = String(String.UnicodeScalarView(letters))
      if !noise.contains(bare), !speechVerbs.contains(bare) { return false }
    }
    return true
  }

  /// Whether text counts something: "349 Fans", "post #1".
  static func isCount(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard words.count == 2 else { return false }
    func isNumber(_ word: Substring) -> Bool {
      word.utf8.contains { $0 >= 0x30 && $0 <= 0x39 }
        && word.utf8.allSatisfy { $0 < 0x80 && !($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) }
    }
    return isNumber(words[0]) != isNumber(words[1]) && (isNumber(words[0]) || words[1].first == "#")
  }

  private static let marks: Set<Unicode.Scalar> = [
    " ", "\t", "\n", ":", ",", ";", "|", "•", "·", "»", "«", "–", "—", "/", "@", "~", "→", "#",
    "\u{A0}", "\u{200B}", "：", "，", "、",
  ]

  /// Text without the marks and spaces that themes set around names.
  static func trimmed(_ text: String) -> String {
    var view = Substring(text).unicodeScalars
    while let first = view.first, marks.contains(first), first != "@", first != "#", first != "~" {
      view.removeFirst()
    }
    while let last = view.last, marks.contains(last) { view.removeLast() }
    return String(Substring(view))
  }
}
