public import HTMLTree
public import SourceBytes
private import Synchronization

/// A page before anyone read it: its tree, and what every producer's test looks at first.
public struct Page: Sendable {
  /// The page as a tree.
  public let document: HTMLDocument
  /// Where its bytes lie.
  public let location: SourceLocation
  /// The first 4,096 bytes as text, for marks such as `<!-- MHonArc v2.6.18 -->`.
  public let head: String
  /// The `meta` generator tags, each in lower case, joined by line feeds.
  public let generator: String
  /// What is known of it from elsewhere.
  public let given: PageGiven
  /// Its comments in document order, white space folded: the number of the node, and the words.
  let comments: [(index: Int, text: String)]
  /// The comments that MHonArc writes.
  let mhonarc: MHonArcMarks
  /// The comments that hypermail writes.
  let hypermail: HypermailMarks
  private let siteMemo = SiteMemo()

  /// Looks at a decoded page.
  public init(
    utf8 bytes: [UInt8], location: SourceLocation, limits: ParseLimits = ParseLimits(),
    given: PageGiven = PageGiven()
  ) {
    self.given = given
    self.document = HTMLDocument(html: bytes, limits: limits)
    (comments, mhonarc, hypermail) = Self.marks(document)
    self.location = location
    self.head = String(decoding: bytes.prefix(4096), as: UTF8.self)
    self.generator = document.elements("meta")
      .filter { ($0.attribute("name") ?? "").lowercased() == "generator" }
      .map { ($0.attribute("content") ?? "").lowercased() }.joined(separator: "\n")
  }

  private init(_ page: Page, document: HTMLDocument) {
    self.document = document
    (comments, mhonarc, hypermail) = Self.marks(document)
    (location, head, generator, given) = (page.location, page.head, page.generator, page.given)
  }

  private static func marks(
    _ document: HTMLDocument
  ) -> ([(index: Int, text: String)], MHonArcMarks, HypermailMarks) {
    let comments = document.comments.map { (index: $0.index, text: $0.characters.foldingSpace) }
    return (comments, MHonArcMarks(comments), HypermailMarks(comments))
  }

  /// What it says of its site and itself; found out when it is first asked for.
  var site: SiteTraits { siteMemo.traits { SiteTraits(self) } }

  /// The same page with another tree.
  func with(_ document: HTMLDocument) -> Page { Page(self, document: document) }

  /// A finding about this page as a whole.
  func finding(
    _ severity: Finding.Severity, _ code: FindingCode, _ message: String, hint: String? = nil
  ) -> Finding {
    Finding(severity, code.code, at: location, message, hint: hint)
  }
}

/// What a page says of its site, which several producers ask for.
private final class SiteMemo: Sendable {
  private let known = Mutex<SiteTraits?>(nil)

  func traits(_ make: () -> SiteTraits) -> SiteTraits {
    if let known = known.withLock({ $0 }) { return known }
    let made = make()
    known.withLock { $0 = made }
    return made
  }
}

/// Reads the pages of one program or template family.
///
/// A producer is a value without state. ``PageReader`` asks all of them and takes the surest; ties go to
/// the first in ``ProducerTable``.
public protocol Producer: Sendable {
  /// How the table describes it.
  var summary: ProducerSummary { get }
  /// How sure it is that the page is its own, from 0 (not at all) to 100.
  func confidence(in page: Page) -> Int
  /// Reads a page it is sure enough of.
  func read(_ page: Page) -> PageReading
}

/// A line of `thresh formats`.
public struct ProducerSummary: Sendable, Hashable {
  /// The stable name, such as `mhonarc`.
  public var name: String
  /// What people call it.
  public var title: String
  /// How a page of it is recognised.
  public var recognition: String
  /// What it gives.
  public var gives: String
  /// Whether it was tried on pages from the wild.
  public var isTestedOnRealPages: Bool

  /// Describes a producer.
  public init(
    name: String, title: String, recognition: String, gives: String, isTestedOnRealPages: Bool
  ) {
    self.name = name
    self.title = title
    self.recognition = recognition
    self.gives = gives
    self.isTestedOnRealPages = isTestedOnRealPages
  }
}
