public import SourceBytes

/// The finding codes of this module.
public enum PageFindings {
  /// The page names a charset that its bytes contradict.
  public static let falseCharset = FindingCode(
    "charset-label-false", "the page names a charset that its bytes contradict")
  /// Some bytes fit no character.
  public static let replacedBytes = FindingCode(
    "bytes-replaced", "bytes that fit no character of the charset were replaced")
  /// A date that stands where dates stand could not be read.
  public static let unreadableDate = FindingCode(
    "date-unreadable", "a printed date could not be read")
  /// The page is larger than what is read.
  public static let tooLarge = FindingCode(
    "page-too-large", "the page is larger than the limit; the rest was not read")
  /// A message page lacks the marks around its body.
  public static let missingBody = FindingCode(
    "body-missing", "the marks around the body of a message are missing")
  /// More comments exist on other pages.
  public static let morePages = FindingCode(
    "comments-paged", "the page shows only some of the comments")
  /// An entry answers one that lies in another file.
  public static let parentElsewhere = FindingCode(
    "parent-elsewhere", "the entry answers one that lies in another file of its folder")
  /// Comments stand on a page without the article.
  public static let missingArticle = FindingCode(
    "article-missing", "a page shows comments without the article that they answer")
  /// A page was read by its structure alone.
  public static let unsure = FindingCode(
    "read-by-structure", "a page of unknown make was read by its structure alone")
  /// Posts have no author.
  public static let missingAuthor = FindingCode(
    "author-missing", "a page names no author of a post")
  /// Posts have no date.
  public static let missingDate = FindingCode("date-missing", "a page gives no date of a post")
  /// A page does not say where it was published.
  public static let missingAddress = FindingCode(
    "address-missing", "a page does not say its own address")
  /// Dates count from the moment that a page was looked at.
  public static let relativeDate = FindingCode(
    "date-relative", "a page prints how long ago something was written, not when")
  /// The markup nests deeper than is kept.
  public static let flattened = FindingCode(
    "nesting-flattened", "the markup nests too deeply; what lies deeper was read as if beside it")
  /// An entry names itself as what it answers.
  public static let selfReply = FindingCode(
    "reply-to-itself", "an entry says that it answers itself; where it belongs is not known")

  /// All of them, for `thresh formats`.
  public static let all = [
    falseCharset, replacedBytes, unreadableDate, tooLarge, missingBody, morePages,
    parentElsewhere, missingArticle, selfReply, flattened, unsure, missingAuthor, missingDate,
    missingAddress, relativeDate,
  ]
}
