internal import ArchiveStore
internal import Exports

/// What hits have in common, for people and programs.
enum FacetWriter {
  /// How many values of each kind people see.
  private static let limit = 10

  static func write(_ facets: SearchFacets?, terminal: Terminal) throws {
    guard let facets else { return }
    let output = StandardOutput.shared
    for (kind, all) in rows(facets) where !all.isEmpty {
      // Many months are years, which show at once when a matter was talked of.
      let isLong = kind == "months" && all.count > 24
      let (name, entries) = isLong ? ("years", years(of: all)) : (kind, all)
      let chosen = kind == "months" ? entries : Array(entries.prefix(limit))
      try output.write("\n" + terminal.styled(name, .bold) + "\n")
      let width = chosen.map { Counts.grouped($0.count).count }.max() ?? 1
      for entry in chosen {
        // Two people of one name are told apart.
        let isShared = chosen.contains { $0.name == entry.name && $0.id != entry.id }
        let id = isShared ? "  " + terminal.styled(SafeText.line(entry.id), .dim) : ""
        try output.write(
          "  \(Columns.fit(Counts.grouped(entry.count), width, alignRight: true))  "
            + SafeText.line(entry.name) + id + "\n")
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

  /// Months, in the order of time, added up by year.
  private static func years(of months: [SearchFacets.Entry]) -> [SearchFacets.Entry] {
    var years: [SearchFacets.Entry] = []
    for month in months {
      let year = String(month.id.prefix { $0 != "-" })
      if years.last?.id == year {
        years[years.count - 1].count += month.count
      } else {
        years.append(SearchFacets.Entry(id: year, name: year, count: month.count))
      }
    }
    return years
  }

  private static func rows(_ facets: SearchFacets) -> [(String, [SearchFacets.Entry])] {
    [
      ("people", facets.people), ("months", facets.months), ("venues", facets.venues),
      ("topics", facets.topics),
    ]
  }
}
