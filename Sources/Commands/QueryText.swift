internal import ArchiveQuery
internal import ArgumentParser

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// A query as it is typed: words on the command line, joined by blanks.
struct QueryText: ParsableArguments {
  @Argument(
    help: ArgumentHelp("What to look for; all posts where it is left out.", valueName: "query"),
    completion: .custom(QueryCompletion.words))
  var words: [String] = []

  /// The query as one text.
  var text: String { words.joined(separator: " ") }

  /// The query, parsed.
  ///
  /// - Throws: ``Failure`` that points at the place that cannot be read.
  func expression() throws -> QueryExpression {
    do throws(QuerySyntaxError) {
      return try QueryExpression(parsing: text)
    } catch {
      throw QueryFailure(query: text, error: error)
    }
  }

  /// The reader's day, on the clock of this machine.
  ///
  /// The C library knows it at once, where a calendar of Foundation first loads its tables: five milliseconds of every search.
  static var today: CivilDay {
    var now = time(nil)
    var parts = tm()
    guard localtime_r(&now, &parts) != nil else { return CivilDay.epoch }
    return CivilDay(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? CivilDay.epoch
  }
}

extension CivilDay {
  /// The first day that computers count from.
  fileprivate static var epoch: CivilDay {
    guard let day = CivilDay(year: 1970, month: 1, day: 1) else {
      preconditionFailure("the calendar has a first of January 1970")
    }
    return day
  }
}

/// A query that cannot be read, with the query to point into.
struct QueryFailure: Error {
  var query: String
  var error: QuerySyntaxError
}
