import Testing

@testable import Arguments

struct LanguageTests {
  private func role(_ text: String) -> ArgumentRole? {
    ArgumentReader().read(text).units.first?.role
  }

  private func stance(_ text: String) -> Stance? {
    ArgumentReader().read(text, parent: "…").stance?.label
  }

  @Test(
    "cues give roles in German",
    arguments: [
      ("Ich bin der Meinung, dass die Gebühr für kleine Vereine zu hoch ist.", ArgumentRole.claim),
      ("Die Plattform ist nämlich auf die Adressen der Spender angewiesen.", .premise),
      ("Laut der Studie haben sich die Kosten in drei Jahren verdoppelt.", .evidence),
      ("Zum Beispiel hat der Chor für das Plakat mehr bezahlt als für den Saal.", .example),
      ("Ich gebe zu, dass die alte Regel auch nicht besser war.", .concession),
      ("Ich schlage vor, dass wir die Liste bis zum Ende der Woche offen lassen.", .proposal),
      ("Wir haben beschlossen, die Adressen nicht mehr an die Plattform zu geben.", .decision),
      ("Vielen Dank für die Zahlen, das ist sehr nützlich!", .appreciation),
      ("Wer bezahlt eigentlich die Druckerei und die Post?", .question),
    ])
  func german(text: String, role: ArgumentRole) { #expect(self.role(text) == role) }

  @Test(
    "cues give roles in French",
    arguments: [
      (
        "À mon avis, la cotisation est trop élevée pour les petites associations.",
        ArgumentRole.claim
      ),
      ("La liste est fermée parce que personne ne veut la modérer.", .premise),
      ("D'après les chiffres du trésorier, les frais ont doublé en trois ans.", .evidence),
      ("Par exemple, la chorale a payé plus pour les affiches que pour la salle.", .example),
      ("Je reconnais que la règle précédente n'était pas meilleure.", .concession),
      ("Je propose que nous gardions les archives sur notre serveur.", .proposal),
      ("Il a été décidé de ne plus donner les adresses à la plateforme.", .decision),
      ("Merci beaucoup pour les chiffres, c'est très utile !", .appreciation),
      ("Qui paie les frais de la salle et du serveur ?", .question),
    ])
  func french(text: String, role: ArgumentRole) { #expect(self.role(text) == role) }

  @Test(
    "cues give roles in Spanish",
    arguments: [
      ("En mi opinión la cuota es muy alta para las asociaciones pequeñas.", ArgumentRole.claim),
      ("Ya que nadie la quiere moderar, la lista está cerrada por ahora.", .premise),
      ("Según las cifras del tesorero, los gastos se han duplicado en tres años.", .evidence),
      ("Por ejemplo, el coro pagó más por los carteles que por la sala.", .example),
      ("Admito que la regla anterior no era mejor que la de ahora.", .concession),
      ("Propongo que el archivo se quede en nuestro servidor.", .proposal),
      ("Se acordó no dar más las direcciones a la plataforma.", .decision),
      ("Muchas gracias por las cifras, son muy útiles para el grupo.", .appreciation),
      ("¿Quién paga los gastos de la sala y del servidor?", .question),
    ])
  func spanish(text: String, role: ArgumentRole) { #expect(self.role(text) == role) }

  @Test(
    "cues give stances",
    arguments: [
      ("Das sehe ich anders, die Gebühr ist nicht das Problem.", Stance.disagree),
      ("Gute Idee, ich bin dafür und mache mit.", .agree),
      ("Im Prinzip ja, aber die Gebühr ist nicht das Problem.", .partly),
      ("Je ne partage pas cet avis, les frais ne sont pas le problème.", .disagree),
      ("Tout à fait, et les frais sont dans le rapport.", .agree),
      ("Oui mais les frais sont dans le rapport.", .partly),
      ("No comparto la idea, los gastos no son el problema.", .disagree),
      ("Totalmente de acuerdo, los gastos son el problema.", .agree),
      ("Sí, pero los gastos no son el problema.", .partly),
    ])
  func stances(text: String, stance: Stance) { #expect(self.stance(text) == stance) }
}
