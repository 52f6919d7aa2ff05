extension CueLexicon {
  /// The lexicon of a language; nil where there is none.
  static func of(_ language: CueLanguage) -> CueLexicon {
    switch language {
    case .english: english
    case .german: german
    case .french: french
    case .spanish: spanish
    }
  }

  private static let english = CueLexicon(
    """
    claim:i think/i believe/i feel/i hold/i argue/i contend/i maintain/in my opinion/in my view/imo/imho/i'm convinced/it is clear/it seems to me/clearly/obviously/therefore/thus/hence/consequently/it follows/in conclusion/the point is/my point is/my view is/the problem is/the truth is/the fact is
    premise:because/since/due to/given that/for the reason/the reason is/after all/as a result/considering that/seeing as/this means/which means/that's why/that is why/first of all/secondly/furthermore/moreover/in addition
    evidence:according to/studies show/research shows/a study/the study/the data/statistics/evidence shows/it has been shown/was found that/surveys/per cent/percent/see also/cited/as reported/i measured/we measured/benchmarks show
    example:for example/for instance/e.g/such as/take for example/to illustrate/case in point/in my case/an example/consider the/imagine/let's say/suppose
    concession:i admit/admittedly/granted/to be fair/i concede/i grant/fair enough/you have a point/you're right that/i was wrong/i stand corrected/i take back/i take it back/it is true that/it's true that/of course _ but/while i agree/although i agree/that said/point taken/i'll give you that
    proposal:i propose/i suggest/i'd suggest/i would suggest/i recommend/let's/let us/why don't we/why not _ we/how about/what about _ ing/we should/we could/we might want/could we/can we please/shall we/my proposal/my motion/my suggestion/proposed/i move that/i second/it would be better to/i'd like to see/i would like to see/i'd prefer/what if we/would it make sense/patch below/please apply
    decision:we decided/we have decided/it was decided/i decided/i have decided/decision is/the decision/consensus is/we agreed/was adopted/are adopted/is adopted/adopted unanimously/the vote _ passed/motion carried/approved by/has been accepted/has been rejected/has been merged/applied thanks/i've merged/i've applied/queued up/so resolved/resolved that/we will go with/we'll go with
    appreciation:thank you/thanks/many thanks/thx/much appreciated/i appreciate/great post/great article/great work/good work/well done/well said/well put/nice work/nice post/kudos/congratulations/good job/awesome work/interesting read/i love this/wonderful post
    agree:i agree/agreed/i fully agree/totally agree/completely agree/couldn't agree more/exactly/precisely/absolutely/you're right/you are right/you're correct/that's right/that's true/that is true/good point/great point/excellent point/well said/well put/i second/seconded/same here/me too/spot on/this is true/so true/true that/sounds good/makes sense/lgtm/acked/acked-by/reviewed-by/i support/yes this/amen/yep/yup/indeed/right on/fair point/+1
    partly:partly/partially/to some extent/to a degree/up to a point/i agree _ but/you have a point _ but/i see your point but/yes but/true but/agreed but/not entirely/not completely/not quite/mostly agree/half right/i agree with _ but/in part/while i agree/although i agree
    disagree:i disagree/disagree/strongly disagree/i don't agree/i do not agree/i don't think/i do not think/i don't believe/i don't see/i doubt/you're wrong/you are wrong/that's wrong/that is wrong/that's not/that is not/that isn't/not true/isn't true/untrue/false/incorrect/nonsense/bullshit/ridiculous/no you/no it/no that/wrong/on the contrary/i object/i'm against/i am against/i oppose/how can you/you missed/you're missing/you are missing/you misunderstand/you seem to/strawman/straw man/fallacy/makes no sense/doesn't make sense/nope/nak/nacked/bad idea/not convinced/i can't agree/-1
    """,
    negations:
      "not no never don't doesn't didn't isn't can't cannot won't wouldn't hardly dont cant")

  private static let german = CueLexicon(
    """
    claim:ich denke/ich glaube/ich meine/ich finde/meiner meinung nach/meines erachtens/m.e/offensichtlich/deshalb/daher/folglich/also/das problem ist/ich bin der meinung/ich bin überzeugt/ich halte _ für/aus meiner sicht/es ist klar/fest steht/tatsache ist/somit/offenbar/selbstverständlich
    premise:weil/denn/da ja/aufgrund/wegen/der grund/schließlich/zumal/das heißt/erstens/zweitens/außerdem/da die/da der/da das/da es/da wir/da sie/nämlich/aus diesem grund/deswegen/drittens/hinzu kommt/zudem/dadurch
    evidence:laut/nach angaben/studien zeigen/eine studie/statistik/belegt/prozent/nachweislich/gemäß/laut der/laut dem/die studie/die zahlen/die statistik/messungen zeigen/gemessen/siehe auch/quelle/nachzulesen
    example:zum beispiel/beispielsweise/z.b/etwa wenn/angenommen/stell dir vor/etwa/wie etwa/nehmen wir an/ein beispiel/stellen sie sich vor/in meinem fall
    concession:zugegeben/zwar/ich gebe zu/stimmt schon/mag sein/da hast du recht/ich habe mich geirrt/freilich/immerhin/das gebe ich zu/zugestanden/da haben sie recht/da ist was dran/das mag stimmen/ich lag falsch/mein fehler/zwar _ aber
    proposal:ich schlage vor/ich würde vorschlagen/vorschlag/wir sollten/wir könnten/lasst uns/lass uns/wie wäre es/warum nicht/mein vorschlag/ich plädiere/ich bitte/man sollte/man könnte/wie wäre es mit/lass uns doch/sollten wir nicht/ich beantrage/besser wäre
    decision:wir haben beschlossen/beschlossen/wurde entschieden/entschieden/einstimmig/angenommen wurde/abgelehnt wurde/der beschluss/wir einigten uns/wir haben uns geeinigt/wir haben entschieden/ich habe entschieden/ist beschlossen/wurde beschlossen/wurde angenommen/wurde abgelehnt/mehrheitlich angenommen
    appreciation:danke/vielen dank/herzlichen dank/dankeschön/toller beitrag/gut gemacht/glückwunsch/schöner artikel/besten dank/danke dir/danke für/gute arbeit/schöne arbeit/tolle arbeit/super arbeit/guter beitrag/guter artikel/gratuliere
    agree:ich stimme zu/stimme dir zu/stimmt/genau/richtig/du hast recht/sie haben recht/einverstanden/sehe ich auch so/ganz meine meinung/guter punkt/volle zustimmung/stimmt genau/da stimme ich/ganz genau/ganz richtig/sehr richtig/bin dafür/ich bin dafür/dem stimme ich zu/gute idee/guter vorschlag/auf jeden fall/dito/finde ich auch/das denke ich auch/so ist es/+1
    partly:teilweise/zum teil/ja aber/ja _ aber/stimmt aber/bis zu einem gewissen grad/nicht ganz/einerseits/ja allerdings/grundsätzlich ja/im prinzip ja/stimme _ zu aber/nur teilweise/nicht unbedingt/du hast recht aber/jein
    disagree:ich widerspreche/stimme nicht zu/stimme _ nicht zu/stimmt nicht/falsch/das ist falsch/unsinn/blödsinn/im gegenteil/ich glaube nicht/ich denke nicht/sehe ich anders/das sehe ich nicht so/bin dagegen/quatsch/ich stimme nicht/das stimmt so nicht/da irrst du/du irrst/sie irren/das bezweifle ich/ich bezweifle/halte ich für falsch/ich bin nicht einverstanden/nicht einverstanden/schlechte idee/ich bin dagegen/trifft nicht zu/kann ich nicht nachvollziehen/das sehe ich anders/-1
    """, negations: "nicht kein keine keinen nie niemals kaum weder")

  private static let french = CueLexicon(
    """
    claim:je pense/je crois/je trouve/à mon avis/selon moi/il me semble/donc/par conséquent/évidemment/le problème est/il est clair/j'estime/je considère/je suis convaincu/je suis convaincue/il est évident/manifestement/à mes yeux/le fait est/en somme/bref
    premise:parce que/parce qu/puisque/car/en effet/étant donné/en raison de/grâce à/d'abord/de plus/en outre/c'est pourquoi/parce qu'/puisqu/du fait de/du fait que/à cause de/c'est pour ça/c'est pour cela/la raison est/premièrement/deuxièmement/d'une part/d'autre part/or
    evidence:selon/d'après/une étude/les études/les chiffres/pour cent/les statistiques/il est prouvé/l'étude/une enquête/les données/les mesures montrent/voir aussi/source/on a mesuré/il a été démontré/d'après les
    example:par exemple/p.ex/notamment/imaginons/supposons/prenons/par ex/comme par exemple/disons/un exemple/dans mon cas/tel que/telle que
    concession:certes/j'admets/je reconnais/il est vrai que/bien sûr _ mais/tu as raison/vous avez raison/je me suis trompé/je l'admets/je vous l'accorde/je te l'accorde/c'est vrai que/j'avais tort/je reconnais que/certes _ mais/il faut reconnaître/j'ai eu tort
    proposal:je propose/je suggère/nous devrions/on devrait/on pourrait/pourquoi ne pas/et si on/il faudrait/ma proposition/je vous propose/je te propose/je recommande/il serait préférable/il vaudrait mieux/si on/et si nous/il faut/on devrait peut-être/je suggère que/je vote pour
    decision:nous avons décidé/on a décidé/a été décidé/décision/adopté/à l'unanimité/rejeté/il a été décidé/nous avons convenu/on s'est mis d'accord/a été adopté/a été adoptée/est adopté/est adoptée/a été rejeté/a été rejetée/c'est décidé/nous avons choisi
    appreciation:merci/merci beaucoup/bravo/félicitations/bel article/bon travail/super article/merci à/merci pour/beau travail/excellent travail/très bon article/chapeau/super boulot/bon boulot/excellent article
    agree:je suis d'accord/d'accord/tout à fait/exactement/absolument/c'est vrai/tu as raison/vous avez raison/bien dit/bon point/entièrement d'accord/je suis tout à fait d'accord/je suis entièrement d'accord/je partage/c'est exact/c'est juste/bonne idée/très juste/moi aussi/je pense aussi/je confirme/effectivement/tu as tout à fait raison/+1
    partly:en partie/partiellement/oui mais/oui _ mais/d'accord mais/dans une certaine mesure/pas tout à fait/je suis d'accord mais/tu as raison mais/vous avez raison mais/pas entièrement/pas complètement/jusqu'à un certain point/oui et non/à moitié
    disagree:je ne suis pas d'accord/pas d'accord/c'est faux/faux/au contraire/je ne crois pas/je ne pense pas/n'importe quoi/absurde/tu as tort/vous avez tort/je m'oppose/je ne suis pas du tout d'accord/je ne suis pas vraiment d'accord/je ne suis pas convaincu/je ne suis pas convaincue/ce n'est pas vrai/c'est inexact/c'est une mauvaise idée/mauvaise idée/je doute/je conteste/tu te trompes/vous vous trompez/pas du tout/je suis contre/je ne partage pas/-1
    """, negations: "ne pas n'est jamais aucun non sans")

  private static let spanish = CueLexicon(
    """
    claim:creo que/pienso que/opino que/en mi opinión/a mi juicio/me parece que/por lo tanto/por tanto/así que/obviamente/el problema es/está claro/considero que/estoy convencido/estoy convencida/es evidente/queda claro/el hecho es/a mi parecer/en mi experiencia/por consiguiente/en conclusión
    premise:porque/ya que/puesto que/dado que/debido a/por eso/la razón es/en primer lugar/además/pues/a causa de/por esa razón/por este motivo/es decir/en segundo lugar/primero/debido
    evidence:según/un estudio/los estudios/los datos/por ciento/las estadísticas/está demostrado/de acuerdo con los/el estudio/una encuesta/los números/las cifras/véase/ver también/fuente/las mediciones/se ha demostrado/medimos
    example:por ejemplo/p.ej/como por ejemplo/imaginemos/supongamos/pongamos/pongamos por caso/digamos/un ejemplo/en mi caso/tal como/imagina/supón/supongamos que
    concession:admito/reconozco/es cierto que/es verdad que/tienes razón/tiene razón/me equivoqué/si bien/lo admito/lo reconozco/hay que reconocer/te doy la razón/le doy la razón/me he equivocado/estaba equivocado/estaba equivocada/aunque es cierto
    proposal:propongo/sugiero/deberíamos/podríamos/por qué no/y si/habría que/mi propuesta/mi sugerencia/te propongo/les propongo/os propongo/recomiendo/sería mejor/convendría/se podría/por qué no _ mos/qué tal si/voto por
    decision:hemos decidido/decidimos/se decidió/la decisión/aprobado/por unanimidad/rechazado/se aprueba/hemos acordado/acordamos/se acordó/se ha decidido/se aprobó/queda aprobado/queda aprobada/fue aprobado/fue aprobada/fue rechazado/fue rechazada
    appreciation:gracias/muchas gracias/felicidades/enhorabuena/buen trabajo/excelente artículo/buen artículo/muy agradecido/muy agradecida/te agradezco/les agradezco/gran trabajo/excelente trabajo/gran artículo/enhorabuena por
    agree:estoy de acuerdo/de acuerdo/exacto/exactamente/así es/tienes razón/tiene razón/es verdad/es cierto/totalmente/bien dicho/buen punto/totalmente de acuerdo/completamente de acuerdo/coincido/comparto/efectivamente/tienes toda la razón/buena idea/yo también/lo mismo digo/por supuesto/desde luego/así lo creo/+1
    partly:en parte/parcialmente/sí pero/sí _ pero/hasta cierto punto/no del todo/de acuerdo pero/estoy de acuerdo pero/tienes razón pero/solo en parte/no completamente/no totalmente/sí y no/a medias
    disagree:no estoy de acuerdo/en desacuerdo/discrepo/es falso/falso/al contrario/no creo/no pienso/mentira/te equivocas/se equivoca/absurdo/no es verdad/no es cierto/no comparto/no coincido/no me parece/no tienes razón/no tiene razón/no es así/eso no es cierto/me opongo/estoy en contra/mala idea/lo dudo/dudo que/para nada/no me convence/-1
    """, negations: "no nunca jamás ni tampoco ningún")
}

/// A language that has cues.
enum CueLanguage: String, CaseIterable {
  case english = "en"
  case german = "de"
  case french = "fr"
  case spanish = "es"

  /// The language of some words, by those that are frequent in each; English where none is.
  init(of stream: WordStream) {
    var counts = [Int](repeating: 0, count: CueLanguage.allCases.count)
    for word in stream.words.prefix(400) where word.letters.count < 6 {
      guard let languages = CueLanguage.frequent[word.hash] else { continue }
      for index in counts.indices where languages & 1 << UInt8(index) != 0 { counts[index] += 1 }
    }
    let best = counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0
    self = CueLanguage.allCases[best]
  }

  /// Frequent words with the languages that they belong to, as bits.
  private static let frequent: WordTable<UInt8> = {
    let words = [
      "the and of to is that it for with this not are be was have you they from",
      "der die das und ist nicht ich ein eine zu mit auf für von sich auch dass wir sie aber dem wie oder wenn kein wird zum",
      "le les la de et est des une pas pour que qui dans ce il je vous nous sur avec mais au en c'est n'est ne aux cette ses sont tout où été leur",
      "el los las la de y es una por con para que pero se lo del más como su al muy yo en está nadie hay fue sin ni era ahora donde todo esto eso esa sus",
    ]
    var table = WordTable<UInt8>(capacity: 128)
    for (language, words) in words.enumerated() {
      for word in words.split(separator: " ") {
        let hash = Hashing.of(word.utf8)
        table[hash] = (table[hash] ?? 0) | 1 << UInt8(language)
      }
    }
    return table
  }()
}
