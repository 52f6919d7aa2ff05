public import SourceBytes

extension MailMessage {
  /// Every code that reading a message may report.
  public static let findingCodes = [
    FindingCode(
      "message-too-long", "a message longer than the limit; what lies beyond it was not read"),
    FindingCode("header-missing", "a message without any header field"),
    FindingCode("header-unterminated", "no blank line between header and body"),
    FindingCode("header-stray-line", "a line inside the header that is no header field"),
    FindingCode("header-too-long", "a header longer than the limit; its end was not read"),
    FindingCode("date-missing", "a message without a Date field"),
    FindingCode("date-unreadable", "a Date field that cannot be read"),
    FindingCode("date-implausible", "a Date field that cannot be true"),
    FindingCode("date-zone-absurd", "a Date field with a zone that no place on earth has"),
    FindingCode("mime-boundary-missing", "a multipart whose boundary is missing or never occurs"),
    FindingCode("mime-unclosed", "a multipart that is not closed"),
    FindingCode("mime-too-deep", "more or deeper parts than the limit"),
    FindingCode("encrypted", "an encrypted message; its text cannot be read"),
    FindingCode(
      "charset-unknown", "a charset whose name is unknown; the bytes were judged by themselves"),
    FindingCode("charset-mislabelled", "bytes that contradict their charset label"),
    FindingCode("characters-lost", "characters that could not be decoded and became U+FFFD"),
    FindingCode("mojibake", "a text that had been encoded as UTF-8 twice; it was repaired"),
    FindingCode("text-too-long", "a text longer than the limit; its end was left out"),
  ]
}
