internal import SourceBytes

/// A file that holds comments as data, decoded to UTF-8.
enum DataFile {
  /// JSON, parsed.
  case json(JSONValue)
  /// Any other text.
  case text([UInt8])
}

/// Reads the data files of one program.
///
/// The like of ``Producer`` for what is no markup: ``DataExports`` asks each in turn.
protocol DataExport: Sendable {
  /// How `thresh formats` lists it.
  var summary: ProducerSummary { get }
  /// Reads a file; nil where it is not of this program.
  func read(_ file: DataFile, at location: SourceLocation) -> PageReading?
}

/// The data files that are read, in the order in which they are tried.
enum DataExports {
  static let all: [any DataExport] = [
    DiscourseTopic(), YahooGroups(), IssoThread(), DisqusListing(), MovableTypeExport(),
    StaticmanComment(),
  ]

  /// Reads a file; nil where no program's mark is in it.
  static func read(_ bytes: [UInt8], at location: SourceLocation) -> PageReading? {
    guard let file = file(bytes) else { return nil }
    for export in all {
      if let reading = export.read(file, at: location) { return reading }
    }
    return nil
  }

  private static func file(_ bytes: [UInt8]) -> DataFile? {
    let first = bytes.first { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
    guard let first, first != 0x3C else { return nil }
    if first == 0x7B || first == 0x5B {
      return JSONDocument(bytes).map { .json($0.root) }
    }
    return .text(bytes)
  }

  /// Readable text of HTML that a member holds.
  static func text(ofHTML html: String) -> String {
    ExportReader.text(ofHTML: html, breaksLines: false)
  }
}
