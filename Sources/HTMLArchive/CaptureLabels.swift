private import HTMLTree

/// The lines by which a capture shows where comments start and end.
enum CaptureLabels {
  /// "8 Responses to …", "Comments", "9 Kommentare".
  static func opensComments(_ line: String) -> Bool {
    let lower = line.lowercased().foldingSpace
    guard lower.utf8.count < 160 else { return false }
    let words = lower.split(separator: " ").map { ThemeText.trimmed(String($0)) }
    guard let first = words.first else { return false }
    if words.count <= 2, openings.contains(ThemeText.trimmed(lower)) { return true }
    guard words.count >= 2, isCount(first) else { return false }
    return openings.contains(words[1])
  }

  /// "Leave a Reply", "Schreibe einen Kommentar".
  static func closesComments(_ line: String) -> Bool {
    let lower = ThemeText.trimmed(line.lowercased())
    return lower.utf8.count < 80 && endings.contains { lower.hasPrefix($0) }
  }

  /// The title after "Pingback:" or "Trackback:"; nil for other lines.
  static func pingback(_ line: String) -> String? {
    guard let colon = line.utf8.firstIndex(of: 0x3A) else { return nil }
    guard ThemeText.pingLabels.contains(line[..<colon].lowercased()) else { return nil }
    return String(line[line.utf8.index(after: colon)...]).foldingSpace
  }

  private static func isCount(_ word: String) -> Bool {
    if word.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2C || $0 == 0x2E }) {
      return true
    }
    return [
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "ein", "un",
      "una",
    ]
    .contains(word)
  }

  private static let openings: Set<String> = [
    "responses", "response", "comments", "comment", "replies", "thoughts", "thought",
    "kommentare", "kommentar", "antworten", "antwort", "gedanken", "reaktionen",
    "commentaires", "commentaire", "réponses", "réflexions", "comentarios", "comentario",
    "respuestas", "pensamientos", "comentários", "comentário", "respostas", "commenti", "commento",
    "risposte", "reacties", "reactie", "комментариев", "комментария", "комментарии", "komentarzy",
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
    "добавить комментарий", "оставить комментарий", "dodaj komentarz",
  ]
}
