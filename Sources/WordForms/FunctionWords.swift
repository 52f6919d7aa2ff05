/// The words that texts of a language cannot do without, by which it is told.
///
/// Chosen by us from what grammars list as articles, pronouns, prepositions, conjunctions and auxiliaries; eight bytes of
/// UTF-8 at most, in lower case, with diacritics.
enum FunctionWords {
  /// Languages in Latin and Cyrillic script, in alphabetical order of their tags.
  static let rows: [(language: String, words: String)] = [
    (
      "bg",
      "и на да се за от не по че си са ще със как или ли но съм беше има като до при ако той тя те ми му го аз ние"
    ),
    (
      "ca",
      "el la els les un una uns de del dels que i amb per no és són va han ha al als com més però també seu seva aquest ser si ja hi ho"
    ),
    (
      "cs",
      "a je se na v to že s z do pro by jsem jako ale jsou tak o k po za co jen která které který nebo i už od při být bylo není jsme"
    ),
    (
      "da",
      "og i at det er en til på af for de den med som der ikke et har var jeg om kan men så vi du fra skal ved eller også være hvis blev meget os hvad efter"
    ),
    (
      "de",
      "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum war haben nur oder aber vor zur bis mehr durch man ich wir kann wenn mir mich doch schon"
    ),
    (
      "en",
      "the of and to in a is that for it was on are as with his they be at this have from or by but not what all were we when your can said there an each which do how their if will other about out many then them these so some her would make has been who did get may our i you my me just could should than only any think because its don"
    ),
    (
      "es",
      "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son también muy años hasta está hay donde quien desde nos ni yo así eso mi porque qué"
    ),
    (
      "et",
      "ja on ei see et kui ka oli aga ma ta mis või oma nii ning siis kes pole seda kas olen meie teie nad ole veel kuid"
    ),
    (
      "fi",
      "ja on ei se että oli hän kun mutta ovat niin myös tai jos kuin mitä joka nyt vain minä sen ole siitä tämä olla sitä siinä voi jo vaan kaikki meillä"
    ),
    (
      "fr",
      "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec on ou son mais je nous vous cette être ont aux comme si leur y même fait tout deux bien aussi c'est ces très elle sans était donc faire"
    ),
    (
      "hr",
      "i je u na se da su za od s o koji što kao ali ili ne sam bi biti iz po to nije samo ako još kako tako već će"
    ),
    (
      "hu",
      "a az és hogy nem is egy ez de volt meg azt csak már ha van mint még el vagy lehet kell ki én ezt mert le ott így fel be után sem minden"
    ),
    (
      "id",
      "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke karena ada oleh saya atau bisa kami kita sudah lebih telah seperti kalau"
    ),
    (
      "it",
      "di che e la il un a per in una non sono si da è del con le come dei al più i ma nel della anche alla lo se ci o gli mi questo ha io delle perché quando essere dal cui molto ho hanno sia già questa suo"
    ),
    (
      "lt",
      "ir kad yra į iš su tai bet kaip ne jis apie tik per nuo ar jau buvo dar mes aš prie labai savo ką taip už kas"
    ),
    (
      "mk",
      "и на во да се од за со не е ќе што го ги ја како но или сум беше нема таа тој ние јас може само"
    ),
    (
      "nl",
      "de van het een en in is dat op te zijn met voor niet aan er die als ook om maar dan bij uit door naar heeft worden wordt of nog wel hij over ik je we zo kan deze meer geen dit wat moet hebben heb was"
    ),
    (
      "no",
      "og i det er på til som en å for av at har med de ikke den jeg om et men så var fra vi kan du skal eller ble bare også hva noe når hvis være hvor blir mer oss bør før etter mitt sitt"
    ),
    (
      "pl",
      "i w na nie się z do to że jest o a jak ale po co tak za od są przez czy dla przy być tylko już może jego jeszcze było ma ten tego które który mnie bo"
    ),
    (
      "pt",
      "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos você"
    ),
    (
      "ro",
      "și de la în a nu cu o pe un este din care că sau pentru să mai se sunt ca dar fi au am al ale fost prin după dacă când fie si sa in"
    ),
    (
      "ru",
      "и в не на я что он с как это по но они мы все она так его за был от то бы к у же вы из о для если или при уже нет есть до мне еще тоже быть где вот ты чем надо"
    ),
    (
      "sk",
      "a je sa na v to že s z do pre by som ako ale sú tak o k po za čo len ktorá ktoré ktorý alebo aj už od pri byť bolo nie sme"
    ),
    (
      "sl",
      "in je v na se da za so ki z pa s kot bi po tudi ne ali ni o ko le če še do pri sem kar vse kako bil"
    ),
    (
      "sr",
      "и је у на се да су за од са не који што као али или сам би бити из по то није само ако још како тако већ ће"
    ),
    (
      "sv",
      "och i att det som en på är av för med den till inte de har om ett men var jag så från kan vi du skall ska eller också bli blir när hur vad mycket här sig nu någon"
    ),
    (
      "tr",
      "ve bir bu da de için ile çok ne gibi daha olarak var ama kadar sonra ben o değil olan en her şey mi mı ki diye ya yok nasıl biz sen ise veya"
    ),
    (
      "uk",
      "і в не на що я з як це по але вони ми все вона так його за був від то б до у же ви із для якщо або при вже є та й ще бути де ось ти чи треба"
    ),
    (
      "vi",
      "và của là có không được cho một những người trong với các đã này khi để tôi như đó thì ở ra cũng về nhiều"
    ),
  ]
}
