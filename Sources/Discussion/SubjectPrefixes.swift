/// The words that mail programs put before a subject, in lower case.
enum SubjectPrefixes {
  struct Prefix {
    let bytes: [UInt8]
    let isForward: Bool
    let isSingleLetter: Bool
  }

  /// Longer words first, so that "fwd" is not read as "fw".
  static let table: [Prefix] = {
    let all =
      replies.map { ($0, false) } + forwards.map { ($0, true) }
    return all.map { word, isForward in
      Prefix(
        bytes: Array(word.utf8), isForward: isForward, isSingleLetter: word == "r" || word == "i")
    }.enumerated().sorted {
      ($1.element.bytes.count, $0.offset) < ($0.element.bytes.count, $1.offset)
    }.map(\.element)
  }()

  // en; de, nl; sv, da, no, fi; pl; tr; pt; it; id; el; ru, bg; hu; is; cy; zh, ja, ko; he; ar; vi.
  private static let replies = [
    "re", "aw", "antw", "antwort", "sv", "vs", "odp", "ynt", "res", "rif", "r", "bls", "ΑΠ",
    "Απ", "απ", "Отв", "ОТВ", "отв", "Ответ", "Re", "На", "Vá", "VÁ", "vá", "vÁ", "svar", "atb",
    "回复", "回覆", "答复", "答覆", "返信", "답장", "회신", "תשובה", "רד", "رد", "trả lời", "Trả lời",
  ].map(asciiLowered)

  private static let forwards = [
    "fw", "fwd", "wg", "doorst", "vb", "vl", "pd", "ilt", "İlt", "İLT", "ılt", "enc", "i", "rv",
    "tr", "ΠΡΘ", "Πρθ", "πρθ", "Пересл", "ПЕРЕСЛ", "пересл", "tov", "转发", "轉寄", "转寄",
    "轉發", "転送", "전달", "הועבר", "إعادة توجيه", "chuyển tiếp", "Chuyển tiếp",
  ].map(asciiLowered)

  private static func asciiLowered(_ word: String) -> String {
    String(decoding: word.utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// Tags that speak of the message, not of the list.
  static let topicTags: Set<[UInt8]> = Set(
    [
      "patch", "rfc", "rft", "bug", "ot", "solved", "ann", "announce", "announcement", "fwd",
      "resend", "help", "question", "vote", "result", "draft", "off-topic", "spam", "ext",
      "external", "poll", "job", "cfp",
    ].map { Array($0.utf8) })

  /// What names an old subject, and whether a colon must follow.
  ///
  /// Languages: en, de, it/es/pt, fr.
  static let oldSubjectWords: [([UInt8], needsColon: Bool)] = [
    ("was", false), ("formerly", false), ("war", true), ("era", true), ("fka", true),
    ("anciennement", true),
  ].map { (Array($0.0.utf8), $0.1) }
}
