/// Dates that pages print as a distance from the moment they were looked at: "3 days ago", "vor 2 Jahren".
enum RelativeDate {
  /// The distance in seconds that a short line states; nil where it states none.
  ///
  /// - Parameter isMarked: Whether the line stands in an element for dates, where "ago" may be missing.
  ///
  /// Units are taken as they are said: "2 months ago" is twice thirty days, and no more exact than that.
  static func age(in text: String, isMarked: Bool = false) -> Int64? {
    guard text.utf8.count <= 60 else { return nil }
    let tokens = DateToken.tokens(of: text)
    if tokens.count <= 2, let word = tokens.first?.word {
      if now.contains(word) { return 0 }
      if yesterday.contains(word) { return 86_400 }
    }
    var total: Int64 = 0
    var hasUnit = false
    var hasSign = false
    for (index, token) in tokens.enumerated() {
      guard let word = token.word else { continue }
      if signs.contains(word) { hasSign = true }
      guard let seconds = units[word] ?? unitInside(word) else { continue }
      let before = index > 0 ? tokens[index - 1] : nil
      let count = before?.number ?? before?.word.flatMap { ones.contains($0) ? 1 : nil }
      guard let count, count < 10_000 else { continue }
      total += Int64(count) * seconds
      hasUnit = true
      if word.hasSuffix("前") || word.hasSuffix("전") { hasSign = true }
    }
    return hasUnit && (hasSign || isMarked) ? total : nil
  }

  /// Chinese and Japanese write unit and "ago" together.
  private static func unitInside(_ word: String) -> Int64? {
    guard word.hasSuffix("前") || word.hasSuffix("전") else { return nil }
    return units[String(word.dropLast())]
  }

  private static let now: Set<String> = ["now", "jetzt", "gerade", "ahora", "adesso", "agora"]
  private static let yesterday: Set<String> = [
    "yesterday", "gestern", "hier", "ayer", "ieri", "ontem", "gisteren", "вчера", "wczoraj", "昨天",
    "昨日",
  ]
  private static let ones: Set<String> = [
    "a", "an", "one", "ein", "eine", "einem", "einer", "einen", "un", "une", "una", "um", "uma",
    "een",
    "uno",
  ]
  private static let signs: Set<String> = [
    "ago", "vor", "zuvor", "her", "sedan", "siden", "il", "y", "hace", "há", "atrás", "fa",
    "geleden", "назад", "temu", "前",
    "전",
  ]

  private static let units: [String: Int64] = {
    var table: [String: Int64] = [:]
    for (seconds, names) in [
      (
        1,
        "second seconds sec secs s sekunde sekunden seconde secondes segundo segundos secondo secondi "
          + "seconden секунд секунды секунду sekund sekundy 秒 초"
      ),
      (
        60,
        "minute minutes min mins minuten minuto minutos minuti minuut минут минуты минуту minut "
          + "minuty 分 分钟 分鐘 분"
      ),
      (
        3600,
        "hour hours hr hrs h stunde stunden heure heures hora horas ora ore uur uren час часа часов "
          + "godzin godziny godzinę 小时 小時 時間 시간"
      ),
      (
        86_400,
        "day days d tag tage tagen jour jours día días dia dias giorno giorni dag dagen день дня "
          + "дней dni dzień 天 日 일"
      ),
      (
        604_800,
        "week weeks w woche wochen semaine semaines semana semanas settimana settimane weken "
          + "неделю недели недель tygodni tygodnie tydzień 周 週 週間 주"
      ),
      (
        2_592_000,
        "month months mo monat monate monaten mois mes meses mês mese mesi maand maanden месяц "
          + "месяца месяцев miesięcy miesiące miesiąc 个月 個月 か月 ヶ月 月 개월"
      ),
      (
        31_557_600,
        "year years yr yrs y jahr jahre jahren an ans année années año años ano anos anno anni "
          + "jaar jaren год года лет lat lata rok 年 년"
      ),
    ] as [(Int64, String)] {
      for name in names.split(separator: " ") where table[String(name)] == nil {
        table[String(name)] = seconds
      }
    }
    return table
  }()
}
