internal import ArchiveStore
internal import Exports

/// What hits have in common, for people and programs.
enum FacetWriter {
  /// How many values of each kind people see.
  private static let limit = 10

  static func write(_ facets: SearchFacets?, terminal: Terminal) throws {
    guard let facets else { return }
    let output = StandardOutput.shared
    for (name, entries) in rows(facets) where !entries.isEmpty {
      // Of many months the busiest are shown, in the order of time.
      let chosen =
        name == "months"
        ? entries.enumerated().sorted {
          ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
        }
        .prefix(limit).sorted { $0.offset < $1.offset }.map(\.element)
        : Array(entries.prefix(limit))
      try output.write("\n" + terminal.styled(name, .bold) + "\n")
      let width = chosen.map { Counts.grouped($0.count).count }.max() ?? 1
      for entry in chosen {
        try output.write(
          "  \(Columns.fit(Counts.grouped(entry.count), width, alignRight: true))  \(SafeText.line(entry.name))\n"
        )
      }
      if entries.count > chosen.count {
        try output.write(
          terminal.styled("  and \(Counts.grouped(entries.count - chosen.count)) more", .dim) + "\n"
        )
      }
    }
  }

  static func write(_ facets: SearchFacets?, to json: inout JSONWriter) {
    json.object("facets") { json in
      guard let facets else { return }
      for (name, entries) in rows(facets) {
        json.array(name) { json in
          for entry in entries {
            json.object { json in
              json.member("id", entry.id)
              json.member("name", entry.name)
              json.member("posts", entry.count)
            }
          }
        }
      }
    }
  }

  private static func rows(_ facets: SearchFacets) -> [(String, [SearchFacets.Entry])] {
    [
      ("people", facets.people), ("months", facets.months), ("venues", facets.venues),
      ("topics", facets.topics),
    ]
  }
}
