/// Words that say nothing of what a text is about, in the languages that lists are mostly written in.
enum StopWords {
  static let all: Set<String> = Set(
    [english, german, french, spanish].flatMap {
      $0.split(whereSeparator: \.isWhitespace).map(String.init)
    })

  private static let english = """
    able about above across actually advance afaik after again against ago agree ain ain't aka all almost alone
    along already also although always among and another answer answers any anybody anyone anything anyway
    anywhere appreciate appreciated are aren aren't around article asked asks away awesome back became because
    become been before begin behind being believe below beside best better between beyond big bit both btw but bye
    call came can can't cannot cant case cc'd certainly cheers com come comes could couldn couldn't day days dear
    did didn didn't didnt different disclaimer does doesn doesn't doesnt doing don don't done dont down during
    each ect edu eight either else email end enough etc even ever every everyone everything except fact feel few
    fifteen fifty fill find fine finger first five for former forty forward forwarded forwarding found four from
    full further fwd fyi gave geek get gets getting give given glad going gonna good got great greatly guess had
    hadn hadn't has hasn hasn't have haven haven't having he'd he'll he's hello hence her here here's hers herself
    hes hey hi him himself his hope how how's however html http https hundred i'd i'll i'm i've idea imho imo
    indeed info instead into isn isn't isnt it's its itself ive just keep kind know last later latter least less
    let let's lets like list little long look looking looks lot ltd made mail make makes many may maybe mean means
    meanwhile message might mine more moreover most mostly move much must mustn't myself name namely need needs
    neither net never nevertheless new next nine nobody none nor not nothing now nowhere number off often ok okay
    old once one only onto org original other others otherwise our ours ourselves out over own part people per
    perhaps place please point post posted pretty probably problem put question quite quoting rather reading real
    really reason recipient regards replied replies reply replying right said same say says second see seem seemed
    seeming seems send sender sending sends sent serious several shall she she'd she'll should shouldn shouldn't
    show side signature since sincerely six sixty some somebody somehow someone something sometime sometimes
    somewhere sorry sort sounds start started still stuff subject such sure take tell ten than thank thanks that
    that's thats the their them themselves then thence there there's therefore theres these they they'd they'll
    they're they've theyre thing things think third this those though thought thoughts three through throughout
    thus time today together told tomorrow too top toward towards try trying twelve twenty two under unsubscribe
    unsubscribed until upon use used using very via want was wasn wasn't way we'll we're we've well were weren
    weren't what what's whatever when whenever where where's whereas wherever whether which while who who's
    whoever whole whom whose why will with within without won won't wonder wondered wondering wont work working
    works would wouldn wouldn't writes wrote www yeah year years yes yesterday yet you you'd you'll you're you've
    your youre yours yourself yourselves
    """

  private static let german = """
    aber alle allem allen aller alles als also ander andere anderen auch auf aus bei bin bis bist damit danke dann
    das dass dein deine dem den denn der des dich die dies diese dieser dieses dir doch dort durch ein eine einem
    einen einer eines etwas euch euer für gegen gruß grüße habe haben hallo hat hatte hier ich ihm ihn ihr ihre
    ins ist jede jeder jedes jetzt kann kein keine können man mein meine mich mir mit muss nach nicht nichts noch
    nun nur oder ohne schon schreibt schrieb sehr sein seine sich sie sind soll sollte sondern und uns unser unter
    viel vom von vor war waren warum was weil wenn wer werden wie wieder will wir wird wurde zum zur zwar zwischen
    über
    """

  private static let french = """
    alors aucun aussi autre aux avant avec avoir bien bonjour c'est car cela ces cet cette ceux chaque comme
    comment cordialement d'un d'une dans des donc dont elle elles encore entre est faire fait faut ils j'ai les
    leur leurs lui mais merci mes moi mon même n'est nos notre nous ont par parce pas peu peut plus pour pourquoi
    qu'il quand que quel quelle qui sans sera ses seulement son sont sous sur tes toi ton tous tout toute très une
    vos votre vous écrit été être
    """

  private static let spanish = """
    algo alguna algunos ante antes aquí así aún bien cada casi como con contra cosa cual cuando cuándo del desde
    donde dos dónde ella ellos entre era eres esa escribió ese eso esta estaba este esto estoy está fue gracias
    había hace han hasta hay hola las les los mis mucho muy más nada nos nosotros nuestro otra otro para pero poco
    por porque puede pues que quien qué saludos sea ser sin sino sobre son sus también tan tanto tener tengo tiene
    todo todos tus una uno unos usted
    """
}
