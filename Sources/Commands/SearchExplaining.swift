internal import ArchiveStore
internal import Exports

/// How a query was understood, for people and programs.
enum SearchExplaining {
  static func text(_ explanation: QueryExplanation) -> String {
    var text = "understood as: \(SafeText.line(explanation.query))\n"
    for term in explanation.terms {
      let words = term.words.map {
        $0.prefix(12).joined(separator: " | ") + ($0.count > 12 ? " | …" : "")
      }
      let found = words.isEmpty ? "nothing that is indexed" : words.joined(separator: " + ")
      text +=
        "  \(SafeText.line(term.text)): \(term.manner), in \(term.place): \(SafeText.line(found))\n"
    }
    return text
  }

  static func write(_ explanation: QueryExplanation, to json: inout JSONWriter) {
    json.object("explanation") { json in
      json.member("query", explanation.query)
      json.array("terms") { json in
        for term in explanation.terms {
          json.object { json in
            json.member("text", term.text)
            json.member("place", term.place)
            json.member("manner", term.manner)
            json.array("words") { json in
              for place in term.words { json.array { json in place.forEach { json.value($0) } } }
            }
          }
        }
      }
    }
  }
}
