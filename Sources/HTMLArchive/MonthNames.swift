/// Names of months, months cut short, and words of clocks, in lower case.
///
/// Genitives stand beside nominatives where dates are written with them. Names that two languages share
/// mean the same month in both. Source: the languages' own usage, checked against the CLDR month lists.
enum MonthNames {
  /// From a name without a final stop to a month from 1 to 12.
  static let months: [String: Int] = {
    var table: [String: Int] = [:]
    for line in lines {
      for (index, names) in line.split(separator: " ").enumerated() {
        for name in names.split(separator: "/") where name != "-" {
          table[String(name)] = index + 1
        }
      }
    }
    return table
  }()

  /// A month from 1 to 12 by its name in lower case; Chinese may join the sign of the year to it.
  static func month(_ word: String) -> Int? {
    months[word] ?? (word.hasPrefix("年") ? months[String(word.dropFirst())] : nil)
  }

  /// Twelve columns a line; `/` separates forms, `-` stands for none.
  private static let lines = [
    // English
    "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug "
      + "september/sep/sept october/oct november/nov december/dec",
    // German, Austrian
    "januar/jänner/jaenner/jän februar/feber märz/maerz/mär/mrz april mai juni juli august "
      + "september oktober/okt november dezember/dez",
    // French
    "janvier/janv février/fevrier/févr/fév/fev mars avril/avr mai juin juillet/juil août/aout "
      + "septembre octobre novembre décembre/decembre/déc",
    // Spanish
    "enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre/set "
      + "octubre noviembre diciembre/dic",
    // Portuguese
    "janeiro fevereiro março/marco abril maio/mai junho julho agosto setembro outubro/out "
      + "novembro dezembro",
    // Italian
    "gennaio/gen febbraio marzo aprile maggio/mag giugno/giu luglio/lug agosto settembre "
      + "ottobre/ott novembre dicembre",
    // Dutch
    "januari februari maart/mrt april mei juni juli augustus september oktober november december",
    // Danish, Norwegian, Swedish
    "januar/januari februar/februari marts/mars april maj juni/- juli/- august/augusti september "
      + "oktober november december/desember/des",
    // Polish
    "stycznia/styczeń/sty lutego/luty/lut marca/marzec kwietnia/kwiecień/kwi maja czerwca/czerwiec/cze "
      + "lipca/lipiec/lip sierpnia/sierpień/sie września/wrzesień/wrz października/październik/paź "
      + "listopada/listopad/lis grudnia/grudzień/gru",
    // Russian
    "января/январь/янв февраля/февраль/фев марта/март/мар апреля/апрель/апр мая/май июня/июнь/июн "
      + "июля/июль/июл августа/август/авг сентября/сентябрь/сен/сент октября/октябрь/окт "
      + "ноября/ноябрь/ноя/нояб декабря/декабрь/дек",
    // Czech
    "ledna/leden února/únor března/březen dubna/duben května/květen června/červen "
      + "července/červenec srpna/srpen září října/říjen listopadu prosince/prosinec",
    // Finnish
    "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta "
      + "syyskuuta lokakuuta marraskuuta joulukuuta",
    // Turkish
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    // Catalan
    "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
    // Hungarian
    "január/- február/- március április május június július augusztus szeptember október - -",
    // Ukrainian
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    // Greek
    "ιανουαρίου/ιαν φεβρουαρίου/φεβ μαρτίου/μαρ απριλίου/απρ μαΐου/μαι ιουνίου/ιουν ιουλίου/ιουλ "
      + "αυγούστου/αυγ σεπτεμβρίου/σεπ οκτωβρίου/οκτ νοεμβρίου/νοε δεκεμβρίου/δεκ",
    // Indonesian
    "- - maret - - - - agustus - - - desember",
    // Chinese
    "一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月",
    // Romanian
    "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie "
      + "decembrie",
  ]

  /// Names of weekdays from Monday on.
  static let weekdays: [Set<String>] = [
    [
      "monday", "mon", "montag", "mo", "lundi", "lun", "lunes", "lunedì", "maandag", "ma",
      "segunda", "понедельник", "пн", "poniedziałek", "måndag", "mandag", "月曜日", "星期一",
    ],
    [
      "tuesday", "tue", "dienstag", "di", "mardi", "mar", "martes", "martedì", "dinsdag", "terça",
      "вторник", "вт", "wtorek", "tisdag", "tirsdag", "火曜日", "星期二",
    ],
    [
      "wednesday", "wed", "mittwoch", "mi", "mercredi", "mer", "miércoles", "mié", "mercoledì",
      "woensdag", "quarta", "среда", "ср", "środa", "onsdag", "水曜日", "星期三",
    ],
    [
      "thursday", "thu", "donnerstag", "do", "jeudi", "jeu", "jueves", "jue", "giovedì", "gio",
      "donderdag", "quinta", "четверг", "чт", "czwartek", "torsdag", "木曜日", "星期四",
    ],
    [
      "friday", "fri", "freitag", "fr", "vendredi", "ven", "viernes", "vie", "venerdì", "vrijdag",
      "sexta", "пятница", "пт", "piątek", "fredag", "金曜日", "星期五",
    ],
    [
      "saturday", "sat", "samstag", "sa", "samedi", "sam", "sábado", "sáb", "sabato", "sab",
      "zaterdag", "суббота", "сб", "sobota", "lördag", "lørdag", "土曜日", "星期六",
    ],
    [
      "sunday", "sun", "sonntag", "so", "dimanche", "dim", "domingo", "dom", "domenica", "zondag",
      "воскресенье", "вс", "niedziela", "söndag", "søndag", "日曜日", "星期日",
    ],
  ]

  /// Whether a word in lower case is the name of a weekday.
  static func isWeekday(_ word: String) -> Bool { weekdays.contains { $0.contains(word) } }

  /// Words between the parts of a date, which no part of it may cross otherwise.
  static let fillers: Set<String> = [
    "de", "del", "di", "of", "the", "den", "der", "d", "st", "nd", "rd", "th", "er", "e", "º", "ª",
    "le", "at", "on", "um", "uhr", "a", "las", "à", "às", "alle", "ore", "om", "kl", "klo", "o",
    "г", "в", "v", "am", "pm", "h", "m",
  ]
}

/// Zone abbreviations and their minutes east of UTC, from RFC 5322 §4.3 and common usage.
enum ZoneNames {
  static let minutes: [String: Int] = [
    "utc": 0, "gmt": 0, "ut": 0, "z": 0, "wet": 0,
    "west": 60, "bst": 60, "ist": 330, "cet": 60, "met": 60, "mez": 60, "cest": 120,
    "mest": 120, "mesz": 120, "eet": 120, "eest": 180, "msk": 180, "msd": 240,
    "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480,
    "pdt": -420, "akst": -540, "akdt": -480, "hst": -600, "ast": -240, "adt": -180, "nst": -210,
    "ndt": -150, "brt": -180, "brst": -120, "art": -180, "clt": -240, "clst": -180,
    "jst": 540, "kst": 540, "hkt": 480, "sgt": 480, "awst": 480, "acst": 570, "acdt": 630,
    "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780, "sast": 120, "idt": 180, "pkt": 300,
    "wib": 420, "ict": 420, "gst": 240,
  ]

  /// What the American abbreviations mean on an Australian server.
  static let australian: [String: Int] = ["est": 600, "edt": 660, "cst": 570, "cdt": 630]
}
