internal import ArchiveStore
internal import Discussion
internal import Exports

/// What a search found, as one JSON document.
enum SearchDocument {
  static func bytes(
    _ result: SearchResult, query: String, explanation: QueryExplanation?
  ) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("format", 1)
      json.member("query", query)
      json.member("posts", result.postCount)
      json.member("threads", result.threadCount)
      json.member("quoted", result.quotedCount)
      json.array("hits") { json in
        for hit in result.hits {
          json.object { json in
            json.key("post")
            PostJSON.write(hit.post, hasText: false, to: &json)
            json.member("score", hit.score)
            json.member("echoes", hit.echoCount)
            json.array("snippet") { json in
              for piece in hit.snippet.pieces {
                json.object { json in
                  json.member("text", piece.text)
                  json.member("match", piece.isMatch)
                }
              }
            }
          }
        }
      }
      FacetWriter.write(result.facets, to: &json)
      if let explanation { SearchExplaining.write(explanation, to: &json) }
      json.array("suggestions") { json in result.suggestions.forEach { json.value($0) } }
    }
    json.newline()
    return json.bytes
  }
}
