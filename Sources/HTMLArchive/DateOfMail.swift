internal import HTMLTree
internal import SourceBytes

/// The date of a message on a page that shows both what its author's clock said and when the archive took it.
///
/// The author's goes first, as in mail itself; the time of receipt stands in where the author's cannot be read or
/// where its clock was plainly wrong: years before 1971 or after 2039, more than a year after the archive had the
/// message, or ten years before.
enum DateOfMail {
  /// Picks one of the two.
  ///
  /// - Returns: The date and the text that it was read from. Where neither can be read, no date and the first text
  ///   that is not empty; nil where there is none.
  static func pick(stated: String?, received: String?) -> (date: StatedDate?, text: String)? {
    let texts = [stated, received].map { $0?.foldingSpace ?? "" }
    let dates = texts.map { $0.isEmpty ? nil : PrintedDate().match(in: $0)?.date }
    if let received = dates[1], !isPlausible(dates[0], receivedAt: received) {
      return (received, texts[1])
    }
    if let stated = dates[0] { return (stated, texts[0]) }
    return texts.first { !$0.isEmpty }.map { (nil, $0) }
  }

  private static func isPlausible(_ date: StatedDate?, receivedAt arrival: StatedDate) -> Bool {
    guard let instant = date?.instant else { return false }
    let possible: Range<Int64> = 31_536_000..<2_208_988_800
    // A clock of the archive that is wrong itself says nothing about others.
    guard possible.contains(arrival.instant) else { return true }
    let year: Int64 = 366 * 86_400
    return possible.contains(instant) && instant - arrival.instant < year
      && arrival.instant - instant < 10 * year
  }
}
