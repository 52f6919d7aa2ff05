internal import ArchiveStore
internal import Exports

/// What `thresh sources --overlap` prints.
struct OverlapReport {
  let overlaps: [SourceOverlap]
  let terminal: Terminal

  func write() throws {
    for overlap in overlaps {
      var line = terminal.styled(SafeText.line(overlap.path), .bold) + "\n"
      line +=
        "    \(Counts.of(overlap.postCount, "post"))  "
        + terminal.styled("\(Counts.grouped(overlap.onlyHere)) only here", .name)
        + "  \(Counts.grouped(overlap.shown)) shown from here\n"
      for partner in overlap.partners {
        line += terminal.styled(
          "    \(Counts.grouped(partner.shared)) also in \(SafeText.line(partner.path))\n", .dim)
      }
      try StandardOutput.shared.write(line)
    }
  }

  func writeJSON() throws {
    var json = JSONWriter()
    json.object { json in
      json.member("format", 1)
      json.array("sources") { json in
        for overlap in overlaps {
          json.object { json in
            json.member("path", overlap.path)
            json.member("posts", overlap.postCount)
            json.member("onlyHere", overlap.onlyHere)
            json.member("shown", overlap.shown)
            json.array("shared") { json in
              for partner in overlap.partners {
                json.object { json in
                  json.member("path", partner.path)
                  json.member("posts", partner.shared)
                }
              }
            }
          }
        }
      }
    }
    json.newline()
    try StandardOutput.shared.write(bytes: json.bytes)
  }
}
