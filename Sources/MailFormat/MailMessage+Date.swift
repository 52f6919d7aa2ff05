internal import SourceBytes

/// The ladder of dates.
extension MailMessage {
  private struct Candidate {
    let parsed: ParsedDate
    let rung: MailDate.Rung
    let text: String
  }

  /// Picks the date: the Date field, unless it cannot be true and another line can.
  static func date(
    _ bytes: Span<UInt8>, _ fields: [HeaderField], envelope: [UInt8]?, _ notes: inout MessageNotes
  ) -> MailDate? {
    let stated = dateField(bytes, fields, &notes)
    let received = receivedField(bytes, fields)
    if let stated, isPlausible(stated, against: received) {
      if stated.parsed.hasAbsurdZone {
        notes.add(
          .note, "date-zone-absurd", "the date `\(stated.text)` has a zone that no place has")
      }
      return value(stated)
    }
    let enveloped = envelope.flatMap { envelopeDate($0) }
    let other = [received, enveloped].compactMap { $0 }.first { isPlausible($0, against: nil) }
    if let stated {
      notes.add(
        .warning, "date-implausible",
        other == nil
          ? "the date `\(stated.text)` cannot be true"
          : "the date `\(stated.text)` cannot be true; another line of the message dates it")
    }
    if let other { return value(other) }
    return stated.map {
      var date = value($0)
      date.isPlausible = false
      return date
    }
  }

  private static func value(_ candidate: Candidate) -> MailDate {
    MailDate(stated: candidate.parsed.stated, rung: candidate.rung, asWritten: candidate.text)
  }

  private static func dateField(
    _ bytes: Span<UInt8>, _ fields: [HeaderField], _ notes: inout MessageNotes
  ) -> Candidate? {
    var unreadable: String?
    var found: Candidate?
    for field in fields where field.kind == .date && !field.value.isEmpty {
      let text = EncodedWords.decode(bytes, in: field.value).text
      if let parsed = DateParser.parse(text) {
        // Where there are several, one that was cut in the middle tells less.
        if parsed.stated.precision == .second {
          return Candidate(parsed: parsed, rung: .date, text: text)
        }
        found = found ?? Candidate(parsed: parsed, rung: .date, text: text)
      } else {
        unreadable = unreadable ?? text
      }
    }
    if let found { return found }
    if let unreadable {
      notes.add(
        .warning, "date-unreadable",
        "the date `\(String(String.UnicodeScalarView(unreadable.unicodeScalars.prefix(80))))` cannot be read"
      )
    } else {
      notes.add(.note, "date-missing", "the message has no Date field")
    }
    return nil
  }

  /// What stands behind the last semicolon of the topmost Received field (RFC 5321, section 4.4).
  private static func receivedField(_ bytes: Span<UInt8>, _ fields: [HeaderField]) -> Candidate? {
    guard let value = fields.first(where: { $0.kind == .received })?.value,
      let mark = value.last(where: { bytes[$0] == 0x3B })
    else { return nil }
    let text = EncodedWords.decode(bytes, in: mark + 1..<value.upperBound).text
    return DateParser.parse(text).map { Candidate(parsed: $0, rung: .received, text: text) }
  }

  private static func envelopeDate(_ line: [UInt8]) -> Candidate? {
    guard line.span.hasBytes("From ", at: 0) else { return nil }
    let parsed = EnvelopeLine(line.span, in: 0..<line.count).date
    let text = ReadableText.clean(Charset.decodeUnlabelled(line.span).text)
    return parsed.map { Candidate(parsed: $0, rung: .envelope, text: text) }
  }

  /// Whether mail can be of that time, and whether it agrees with the clock of the last server.
  ///
  /// Before 1971 and after 2039 clocks were wrong. A message is not written more than a year after it arrived, nor did
  /// it travel for ten years.
  private static func isPlausible(_ candidate: Candidate, against received: Candidate?) -> Bool {
    let instant = candidate.parsed.stated.instant
    let (earliest, latest): (Int64, Int64) = (31_536_000, 2_208_988_800)
    guard instant >= earliest, instant < latest else { return false }
    guard let arrival = received?.parsed.stated.instant, arrival >= earliest, arrival < latest
    else {
      return true
    }
    let year: Int64 = 366 * 86_400
    return instant - arrival < year && arrival - instant < 10 * year
  }
}
