/// The labels of message headers as mail programs print them above a quoted or forwarded message.
enum HeaderLabels {
  /// What a label announces.
  enum Field: Int, CaseIterable, Sendable {
    case from, date, to, subject, other
  }

  /// Fields that were met.
  struct FieldSet {
    private var bits: UInt8 = 0

    /// How many they are.
    var count: Int { bits.nonzeroBitCount }

    mutating func insert(_ field: Field) { bits |= 1 << UInt8(field.rawValue) }
    func contains(_ field: Field) -> Bool { bits & 1 << UInt8(field.rawValue) != 0 }
  }

  /// What labels begin with: most lines begin otherwise.
  static let beginnings = tables.reduce(into: BytePairs()) { $0.formUnion($1.table.beginnings) }

  /// For each field its labels, without the colon.
  ///
  /// Languages: en, de, fr, es, it, pt, nl, sv, da, no, fi, pl, cs, hu,
  /// ro, tr, el, ru, uk, zh, ja, ko.
  static let tables: [(field: Field, table: PhraseTable)] = [
    (
      .from,
      PhraseTable([
        "From", "Von", "De", "Da", "Van", "Från", "Fra", "Lähettäjä", "Od", "Feladó", "De la",
        "Kimden", "Gönderen",
        "Από", "От", "От кого", "Від", "发件人", "寄件者", "寄件人", "差出人", "보낸 사람", "Expéditeur",
        "Remitente",
        "מאת", "من", "از", "Mittente", "Absender", "Afzender", "Avsändare", "Author", "X-From",
      ])
    ),
    (
      .date,
      PhraseTable([
        "Date", "Sent", "Datum", "Gesendet", "Envoyé", "Envoyé le", "Enviado", "Enviado el",
        "Enviado em", "Enviada em",
        "Fecha", "Data", "Inviato", "Verzonden", "Skickat", "Sendt", "Dato", "Lähetetty", "Päiväys",
        "Päivämäärä",
        "Wysłano", "Odesláno", "Elküldve", "Dátum", "Trimis", "Gönderilme", "Tarih",
        "Gönderme Tarihi", "Στάλθηκε",
        "Ημερομηνία", "Отправлено", "Дата", "Надіслано", "发送时间", "日期", "寄件日期", "送信日時", "日時", "日付",
        "보낸 날짜",
        "תאריך", "נשלח", "התאריך", "التاريخ", "تاريخ الإرسال", "تاریخ", "날짜", "Datum/Uhrzeit",
        "Sent at",
      ])
    ),
    (
      .to,
      PhraseTable([
        "To", "An", "À", "A", "Para", "Aan", "Till", "Til", "Vastaanottaja", "Do", "Komu",
        "Címzett", "Către", "Catre",
        "Kime", "Alıcı", "Προς", "Кому", "收件人", "收件者", "宛先", "받는 사람", "Destinataire", "Newsgroups",
        "Pour", "אל", "עבור", "إلى", "به",
      ])
    ),
    (
      .subject,
      PhraseTable([
        "Subject", "Betreff", "Objet", "Asunto", "Oggetto", "Assunto", "Onderwerp", "Ämne", "Emne",
        "Aihe", "Temat",
        "Předmět", "Predmet", "Tárgy", "Subiect", "Konu", "Θέμα", "Тема", "主题", "主題", "主旨", "件名",
        "제목", "Re", "Sujet", "נושא", "הנושא", "الموضوع", "موضوع",
      ])
    ),
    (
      .other,
      PhraseTable([
        "Cc", "Bcc", "Reply-To", "Message-ID", "In-Reply-To", "References", "Organization",
        "Organisation", "Kopie",
        "Copie", "CC", "Kopia", "Kopi", "Kopio", "DW", "Копия", "抄送", "副本", "Importance",
        "Priority", "Attachments",
        "Anlagen", "Sender", "Reply to", "Resent-From", "X-Mailer", "User-Agent", "MIME-Version",
        "Content-Type",
        "Delivered-To", "Return-Path", "Received", "Followup-To", "Lines", "Xref", "Path",
        "Distribution", "Keywords",
        "Antwort an", "Répondre à", "Responder a", "Wichtigkeit", "List-Id", "Mailing-List",
        "Content-Transfer-Encoding",
        "X-Sender", "Errors-To", "Precedence", "Approved", "Sender-IP", "Répondre-à", "Bilaga",
        "Vedlegg", "Κοιν", "Κοινοποίηση", "עותק", "העתק", "نسخة",
      ])
    ),
  ]
}
