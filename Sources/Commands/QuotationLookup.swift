internal import ArchiveStore
private import Foundation
internal import Manuscripts

/// Finds quotations in an archive.
struct QuotationLookup {
  let archive: Archive
  private let people: NamedPeople

  init(_ archive: Archive) throws {
    self.archive = archive
    people = NamedPeople(try archive.authorForms())
  }

  /// Looks quotations up side by side.
  ///
  /// - Returns: The answers in the order of the quotations.
  func checks(_ quotations: [FoundQuotation]) async throws -> [QuotationCheck] {
    let width = max(1, ProcessInfo.processInfo.activeProcessorCount)
    var checks: [Int: QuotationCheck] = [:]
    try await withThrowingTaskGroup(of: (Int, QuotationCheck).self) { group in
      for (index, quotation) in quotations.enumerated() {
        if index >= width, let (done, check) = try await group.next() { checks[done] = check }
        group.addTask { @concurrent [archive, people] in
          let check = try QuotationCheck(quotation, people: people) {
            try archive.posts(holding: $0).map { QuotedSource($0) }
          } sharing: {
            try archive.posts(sharing: $0).map { QuotedSource($0) }
          }
          return (index, check)
        }
      }
      while let (done, check) = try await group.next() { checks[done] = check }
    }
    return quotations.indices.compactMap { checks[$0] }
  }
}
