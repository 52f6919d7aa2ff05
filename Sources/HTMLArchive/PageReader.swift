private import HTMLTree
public import SourceBytes

/// Reads a saved page of whatever producer.
public enum PageReader {
  /// Detects the producer by content and reads the page.
  ///
  /// - Parameters:
  ///   - bytes: The page as it was saved, in any charset.
  ///   - location: Where it lies, for findings.
  ///   - limits: How much is read.
  /// - Returns: nil where no producer recognises the page.
  /// - Complexity: Linear in the size of the page.
  public static func read(
    _ bytes: [UInt8], at location: SourceLocation, limits: ParseLimits = ParseLimits(),
    given: PageGiven = PageGiven()
  ) -> PageReading? {
    guard var reading = parse(bytes, at: location, limits: limits, given: given) else { return nil }
    if reading.canonicalURL == nil { reading.canonicalURL = given.url ?? given.savedFrom }
    if reading.siteName == nil, reading.venueKind != .list {
      reading.siteName = reading.canonicalURL.flatMap(host)
    }
    complete(&reading, with: given)
    refuseAnswersToThemselves(&reading, at: location)
    return reading
  }

  /// The name of the site in an address, without `www.`.
  private static func host(of address: String) -> String? {
    guard let range = address.firstRange(of: "://") else { return nil }
    let host = address[range.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != ":" }
      .lowercased()
    guard host.contains("."), !host.contains("@") else { return nil }
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }

  /// Fills in what the page does not say, and turns relative dates into dates where it is known when the
  /// page was saved.
  private static func complete(_ reading: inout PageReading, with given: PageGiven) {
    if let index = reading.entries.firstIndex(where: { $0.kind == .article }) {
      if reading.entries[index].subject == nil { reading.entries[index].subject = given.title }
      if reading.entries[index].authorName == nil {
        reading.entries[index].authorName = given.author
      }
      if reading.entries[index].date == nil, let date = given.date {
        reading.entries[index].date = date
        reading.entries[index].dateIsGiven = true
        reading.entries[index].dateAsWritten = reading.entries[index].dateAsWritten ?? date.iso8601
      }
      if reading.entries[index].permalink == nil {
        reading.entries[index].permalink = reading.canonicalURL
      }
    }
    guard let accessed = given.accessed else { return }
    for index in reading.entries.indices where reading.entries[index].date == nil {
      guard let age = reading.entries[index].dateAge else { continue }
      reading.entries[index].date = StatedDate(
        instant: accessed.instant - age, offsetMinutes: accessed.offsetMinutes, precision: .relative
      )
    }
  }

  /// Takes back what entries say of their parent where that is their own name: an export of a damaged
  /// database, or a page that uses one id twice.
  private static func refuseAnswersToThemselves(
    _ reading: inout PageReading, at location: SourceLocation
  ) {
    let hasArticle = reading.entries.first?.kind == .article
    for index in reading.entries.indices {
      guard let key = reading.entries[index].key,
        reading.entries[index].parent == .entry(key: key)
      else { continue }
      reading.entries[index].parent = hasArticle && index > 0 ? .article : nil
      reading.findings.append(
        Finding(
          .warning, PageFindings.selfReply.code, at: location,
          "\u{201C}\(key)\u{201D} says that it answers itself"))
    }
  }

  /// The limits for a page of HTML, which takes several times its size to read: those of an export with fewer bytes.
  public static func pageLimits(_ limits: ParseLimits) -> ParseLimits {
    var limits = limits
    limits.messageByteCount = min(limits.messageByteCount, 24 << 20)
    return limits
  }

  private static func parse(
    _ bytes: [UInt8], at location: SourceLocation, limits: ParseLimits, given: PageGiven
  ) -> PageReading? {
    let limit = limits.messageByteCount
    if ExportReader.mayBeExport(bytes), let export = ExportReader.read(bytes, limits: limits) {
      return export
    }
    let text = PageText(decoding: bytes.count > limit ? Array(bytes[..<limit]) : bytes)
    if var reading = DataExports.read(text.bytes, at: location) {
      reading.charset = text.charset
      return reading
    }
    if !looksLikeMarkup(text.bytes), !(FrontMatter(text.bytes)?.holdsComments ?? false) {
      // Data that nobody could read is no text of a page either.
      if given.producer == nil, opensAsJSON(text.bytes) { return nil }
      var reading = TextCapture.read(
        String(decoding: text.bytes, as: UTF8.self), at: location,
        isForced: given.producer == TextCapture.summary.name)
      reading?.charset = text.charset
      return reading
    }
    let page = Page(
      utf8: FrontMatter.html(SavedPage.withoutBanner(text.bytes)), location: location,
      limits: pageLimits(limits), given: given)
    let forced = ProducerTable.producers.first { $0.summary.name == given.producer }
    guard let producer = forced ?? detect(page), var reading = Optional(producer.read(page)) else {
      return nil
    }
    if !(producer is GenericPage) { GenericPage.addComments(to: &reading, of: page) }
    reading.charset = text.charset
    if reading.language == nil {
      reading.language = page.document.elements("html").first?.attribute("lang")
    }
    if bytes.count > pageLimits(limits).messageByteCount {
      reading.findings.append(
        page.finding(
          .warning, PageFindings.tooLarge,
          "the page has \(bytes.count) bytes, \(pageLimits(limits).messageByteCount) were read"))
    }
    if page.document.isCut {
      reading.findings.append(
        page.finding(
          .warning, PageFindings.tooLarge,
          "the page has more elements than are kept; its end was not read"))
    }
    if page.document.isFlattened {
      reading.findings.append(
        page.finding(
          .warning, PageFindings.flattened,
          "elements nest deeper than browsers keep them; what lies deeper may be missing"))
    }
    if text.isFalselyDeclared {
      reading.findings.append(
        page.finding(
          .note, PageFindings.falseCharset,
          text.declared == text.charset
            ? "the page says \(text.charset), but places in it are windows-1252"
            : "the page says \(text.declared ?? "nothing"), it was read as \(text.charset)"))
    }
    if text.replacementCount > 0 {
      reading.findings.append(
        page.finding(
          .warning, PageFindings.replacedBytes,
          "\(text.replacementCount) places fit no character of \(text.charset)"))
    }
    return reading
  }

  /// The date that a line states, in any of the languages that pages are read in; nil where there is none.
  public static func date(_ text: String) -> StatedDate? { PrintedDate().match(in: text)?.date }

  /// Whether a file opens as comments stored as data do, which have fields like those of mail: JSON, a
  /// Staticman comment, a Movable Type export.
  ///
  /// To be asked before a file is taken for a message.
  ///
  /// - Parameter head: The first bytes of the file; a few kilobytes tell.
  public static func opensAsData(_ head: [UInt8]) -> Bool {
    let first = head.first { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
    if first == 0x7B || first == 0x5B { return true }
    return MovableTypeLines.opensAsExport(head) || StaticmanComment.opensAsComment(head)
  }

  /// Whether a file opens as a JSON object, or as a list of objects or strings.
  private static func opensAsJSON(_ bytes: [UInt8]) -> Bool {
    let head = bytes.lazy.filter { $0 > 0x20 }.prefix(2)
    guard let first = head.first else { return false }
    return first == 0x7B || first == 0x5B && head.dropFirst().contains { $0 == 0x7B || $0 == 0x22 }
  }

  /// Whether the first kilobytes hold a tag or a comment.
  static func looksLikeMarkup(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(8192)
    var tagCount = 0
    for index in head.indices.dropLast(2) where head[index] == 0x3C {
      let next = head[index + 1]
      let small = next | 0x20
      if next == 0x21 || next == 0x3F { return true }
      if small >= 0x61 && small <= 0x7A || next == 0x2F { tagCount += 1 }
      if tagCount >= 6 { return true }
    }
    let text = head.asciiLowercased
    return text.holds("<html") || text.holds("<body") || text.holds("<head")
  }

  /// What nobody else need be asked about, each of whom looks through the whole page.
  private static let certainty = 95

  /// The producer that is surest of a page; nil where none is sure at all.
  static func detect(_ page: Page) -> (any Producer)? {
    var best: (any Producer)?
    var bestConfidence = 0
    for producer in ProducerTable.producers {
      // Taking a page apart by its structure costs more than all marks together; it is the last resort.
      if producer is GenericPage || producer is GenericMessage, bestConfidence > 15 { continue }
      let confidence = producer.confidence(in: page)
      if confidence > bestConfidence {
        best = producer
        bestConfidence = confidence
      }
      // Marks that a program writes for itself, as those of the great list archives; nothing else is as sure.
      if bestConfidence >= certainty { break }
    }
    return best
  }
}
