internal import ArchiveStore
internal import Manuscripts

/// Finds quotations in an archive.
struct QuotationLookup {
  let archive: Archive
  private let people: NamedPeople

  init(_ archive: Archive) throws {
    self.archive = archive
    people = NamedPeople(try archive.authorForms())
  }

  func check(_ quotation: FoundQuotation) throws -> QuotationCheck {
    let runs = QuotedWords(quotation.text, isManuscript: true).runs
    let posts = try archive.posts(sharing: runs)
    return QuotationCheck(quotation, candidates: posts.map { QuotedSource($0) }, people: people)
  }
}
