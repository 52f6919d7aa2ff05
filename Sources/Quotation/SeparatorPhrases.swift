/// What mail programs write between a reply and the whole message below it.
enum SeparatorPhrases {
  /// The message below is answered.
  static let original = PhraseTable([
    "Original Message", "Original message", "Originalmessage", "Ursprüngliche Nachricht",
    "Originalnachricht",
    "Original-Nachricht", "Ursprüngliche Mail", "Message d'origine", "Message d’origine",
    "Message original",
    "Message initial", "Mensaje original", "Mensaje Original", "Messaggio originale",
    "Messaggio Originale",
    "Mensagem original", "Mensagem Original", "Oorspronkelijk bericht", "Origineel bericht",
    "Ursprungligt meddelande",
    "Originalmeddelande", "Oprindelig meddelelse", "Original meddelelse", "Opprinnelig melding",
    "Original melding",
    "Alkuperäinen viesti", "Wiadomość oryginalna", "Oryginalna wiadomość",
    "Treść oryginalnej wiadomości",
    "Původní zpráva", "Pôvodná správa", "Eredeti üzenet", "Mesaj original", "Orijinal Mesaj",
    "Özgün İleti",
    "Αρχικό μήνυμα", "Αρχικό Μήνυμα", "הודעה מקורית", "ההודעה המקורית", "الرسالة الأصلية",
    "رسالة أصلية",
    "Исходное сообщение", "Оригинальное сообщение", "Первоначальное сообщение",
    "Вихідне повідомлення",
    "原始邮件", "邮件原件", "原始郵件", "元のメッセージ", "원본 메시지", "Original Mail", "Original Email",
    "Original e-mail",
    "Reply Message", "Reply Separator", "Original Appointment", "Urspr. Nachricht", "Reply message",
  ])

  /// The message below is passed on.
  static let forwarded = PhraseTable([
    "Forwarded message", "Forwarded Message", "Forward Message", "Forwarded mail", "Forwarded by",
    "Begin forwarded message",
    "Begin Forwarded Message", "Start of forwarded message", "Start of forwarded message",
    "Forwarded from", "Forward from",
    "Weitergeleitete Nachricht", "Anfang der weitergeleiteten Nachricht",
    "Anfang der weitergeleiteten E-Mail",
    "Message transféré", "Message transmis", "Début du message réexpédié",
    "Début du message transféré",
    "Mensaje reenviado", "Inicio del mensaje reenviado", "Messaggio inoltrato",
    "Inizio messaggio inoltrato",
    "Mensagem encaminhada", "Início da mensagem reencaminhada", "Doorgestuurd bericht",
    "Begin doorgestuurd bericht",
    "Vidarebefordrat meddelande", "Vidarebefordrat brev", "Videresendt meddelelse",
    "Videresendt melding",
    "Välitetty viesti", "Edelleenlähetetty viesti", "Wiadomość przekazana", "Przekazana wiadomość",
    "Přeposlaná zpráva", "Továbbított üzenet", "Mesaj redirecționat", "Yönlendirilmiş mesaj",
    "İletilmiş mesaj",
    "Προωθημένο μήνυμα", "Προωθημένο Μήνυμα", "Αρχή προωθημένου μηνύματος", "הודעה שהועברה",
    "הודעה מועברת",
    "رسالة معاد توجيهها", "رسالة محولة", "Пересылаемое сообщение", "Перенаправленное сообщение",
    "Пересланное сообщение",
    "转发的邮件", "转发邮件信息", "轉寄郵件", "転送メッセージ", "転送されたメッセージ", "전달된 메시지", "Forwarded Text",
    "Begin included message", "Begin forwarded text", "Start Forwarded Message", "Text forwarded",
    "Included message", "begin included message", "begin forwarded message",
  ])

  /// What is passed on ends here.
  static let forwardedEnd = PhraseTable([
    "End forwarded message", "End of forwarded message", "End Forwarded Message",
    "End of Forwarded Message",
    "Ende der weitergeleiteten Nachricht", "End included message", "end forwarded text",
    "End of included message",
    "Fin du message transféré", "Fin del mensaje reenviado", "Конец пересылаемого сообщения",
    "end of forwarded text",
  ])
}
