/// The labels that list archives print before the fields of a message.
enum FieldLabels {
  enum Field { case from, subject, date, inReplyTo, recipient, messageID, references, list }

  /// From a label in lower case without its colon, in the languages that known archives use.
  static let fields: [String: Field] = [
    "from": .from, "von": .from, "de": .from, "da": .from, "van": .from, "от": .from, "od": .from,
    "fra": .from, "från": .from, "kimden": .from, "author": .from, "sender name": .from,
    "subject": .subject, "betreff": .subject, "sujet": .subject, "objet": .subject,
    "asunto": .subject, "assunto": .subject, "oggetto": .subject, "onderwerp": .subject,
    "тема": .subject, "temat": .subject, "ämne": .subject, "emne": .subject,
    "date": .date, "datum": .date, "fecha": .date, "data": .date, "dato": .date, "дата": .date,
    "sent": .date,
    "in-reply-to": .inReplyTo, "in reply to": .inReplyTo, "references": .references,
    "message-id": .messageID, "message id": .messageID,
    "list": .list, "newsgroups": .list, "newsgroup": .list,
    "to": .recipient, "cc": .recipient, "reply-to": .recipient, "sender": .recipient,
    "an": .recipient, "à": .recipient, "para": .recipient, "aan": .recipient, "кому": .recipient,
  ]
}
