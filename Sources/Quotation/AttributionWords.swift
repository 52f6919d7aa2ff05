/// What a word can be in an attribution line.
struct AttributionRole: OptionSet, Sendable {
  let rawValue: UInt16
  /// "wrote": who is quoted has written.
  static let verb = AttributionRole(rawValue: 1)
  /// "On": opens an attribution.
  static let opener = AttributionRole(rawValue: 2)
  /// "article": an identifier follows, not an address.
  static let article = AttributionRole(rawValue: 4)
  /// Stands beside names and never in them.
  static let filler = AttributionRole(rawValue: 8)
  /// "you": stands for a name.
  static let pronoun = AttributionRole(rawValue: 16)
  /// A month or a day of the week.
  static let calendar = AttributionRole(rawValue: 32)
  /// Belongs to a time of day: "PM", "UTC".
  static let clock = AttributionRole(rawValue: 64)
}

/// The words of attribution lines, as mail and news programs in many languages write them.
enum AttributionWords {
  static let table = WordTable<AttributionRole>([
    (.verb, verbs), (.opener, openers), (.article, articles), (.filler, fillers),
    (.pronoun, pronouns), (.calendar, calendar), (.clock, clock),
  ])

  // en, de, fr, es, it, pt, nl, sv, da, no, fi; pl, cs, sk, hr/sr/sl, ro, hu, tr, el; ru, uk, bg; et, lv, lt, ca,
  // eu, eo, id, vi, is; he, ar, fa. A word is cut at "(" before it is looked up: "napsal(a)".
  private static let verbs = """
    wrote writes write said says asked asks replied responds responded typed mumbled stated spake blathered opined continues
    continued adds added posted answered commented noted remarked claimed
    schrieb schreibt geschrieben meinte sagte sprach
    écrit ecrit écrivait écrivit dit
    escribió escribio escribe escribía dijo
    scritto scrive scrisse
    escreveu escreve disse
    schreef schrijft geschreven
    skrev skriver skreiv
    kirjoitti kirjoittaa kirjoittanut
    napisał napisała napisana napisal pisze napisał/a
    napsal napsala píše pise napísal napísala
    napisao napisala piše je-napisao pravi
    scris
    írta irta írja
    yazdı yazdi yazmış yazıyor
    έγραψε γράφει έγραψεν έγραφε
    написал написала написал/а пишет писал писала
    написав написала пише писав
    написа
    kirjutas rakstīja rašė
    escriure idatzi skribis menulis viết skrifaði
    כתב כתבה כתב/ה كتب نوشت
    """

  private static let openers = """
    on at in from quoting according begin thus
    am um
    le
    el
    il lunedì martedì
    em no na
    op
    den på
    w dnia dniu
    dne dňa
    u
    la pe
    στις την το στο Στις Την Το Στο
    в во від на В Во Від
    在 於 于
    בתאריך ביום في در
    """

  private static let articles =
    "article message message-id messageid id news post posting artikel bericht inlägg mid wiadomości"

  private static let fillers = """
    on at in from of the quoting according to user by via begin quotation thus spoke has have and a article message
    kl
    am um uhr schrieb der die das vom von dem
    le à a la ont avait
    el las los hs horas ha
    il alle ore giorno
    em às as de
    op om heeft
    den kl. kl på dato
    w dniu dnia o przez użytkownik godz godz.
    dne v uživatel
    je u
    ezt időpont
    tarihinde saat şunları sunlari şöyle
    στις την το στο ο η Ο Η ο/η Ο/Η χρήστης Στις Την Το Στο από
    в пользователь г г. года во користувач на
    va ha
    đã lúc vào
    מאת בתאריך ביום יום ב על
    في تمت كتابة ما يلي بواسطة الساعة در تاریخ ساعت
    """

  private static let pronouns = """
    you i he she we they someone somebody
    du ich sie er man wir ihr jemand
    tu vous il elle je on
    tú usted él ella yo
    lei lui io
    você ele ela eu
    u jij je hij zij ik
    jag han hon jeg hun
    ty ja on ona pan pani
    ты вы он она я
    """

  private static let calendar = """
    mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday
    jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september
    october november december
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so januar februar märz mai
    juni juli oktober dezember dez okt mär jän
    lun mar mer jeu ven sam dim lundi mardi mercredi jeudi vendredi samedi dimanche janvier février fevrier mars avril
    juin juillet août aout septembre octobre novembre décembre janv févr avr juil déc
    lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre
    octubre noviembre diciembre ene abr ago dic mié sáb dom
    lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio aprile maggio giugno luglio settembre
    ottobre dicembre gen mag giu lug set ott
    seg ter qua qui sex janeiro fevereiro março maio junho julho setembro outubro novembro dezembro fev out
    ma di wo do vr za zo maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart mei augustus
    mrt
    mån tis ons tors fre lör sön måndag tisdag onsdag torsdag fredag lördag söndag augusti
    man tir tirs lør søn mandag tirsdag lørdag søndag desember
    ma ti ke to pe la su tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta
    lokakuuta marraskuuta joulukuuta
    pon wt śr czw pt sob niedz stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października
    listopada grudnia sty lut kwi cze lip sie wrz paź lis gru
    po út st čt pá so ne ledna února března dubna května června července srpna září října prosince
    пн вт ср чт пт сб вс января февраля марта апреля мая июня июля августа сентября октября ноября декабря янв фев мар
    апр июн июл авг сен сент окт ноя дек понедельник вторник среда среду четверг пятница пятницу суббота субботу
    воскресенье
    oca şub nis haz tem ağu eyl eki kas ara ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
    pazartesi salı çarşamba perşembe cuma cumartesi pazar
    january ian mai iun iul noi dec
    ιαν φεβ μαρ απρ μαΐ ιουν ιουλ αυγ σεπ οκτ νοε δεκ δευ τρί τετ πέμ παρ σάβ κυρ
    Ιαν Φεβ Μαρ Απρ Μαΐ Μαΐου Ιουν Ιουλ Αυγ Σεπ Οκτ Νοε Δεκ Δευ Τρι Τρί Τετ Πεμ Πέμ Παρ Σαβ Σάβ Κυρ
    Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου
    Δευτέρα Τρίτη Τετάρτη Πέμπτη Παρασκευή Σάββατο Κυριακή
    בינו׳ בפבר׳ במרץ באפר׳ במאי ביוני ביולי באוג׳ בספט׳ באוק׳ בנוב׳ בדצמ׳ בינואר בפברואר באפריל באוגוסט בספטמבר
    באוקטובר בנובמבר בדצמבר א׳ ב׳ ג׳ ד׳ ה׳ ו׳ שבת ראשון שני שלישי רביעי חמישי שישי
    يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
    السبت الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة
    """

  private static let clock = """
    am pm gmt utc ut est edt cst cdt mst mdt pst pdt cet cest bst ist jst uhr msk z h hs kl kl. г. г π.μ μ.μ πμ μμ ص م à às o alle ore om um at
    """

  /// Verbs of scripts that write no spaces; what stands before them is the name.
  static let closings: [[UInt8]] = [
    "写道", "寫道", "写到", "说", "さんは書きました", "さんが書きました", "は書きました", "のメール", "さんのメッセージ",
    "님이 작성", "님이 쓴 글", "님의 말", "님이 씀", "wrote",
  ].map { Array($0.utf8) }

  /// Words that follow a name in those scripts.
  static let honorifics: [[UInt8]] = ["さん", "님", "様"].map { Array($0.utf8) }
}
