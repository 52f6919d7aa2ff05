public import Discussion
internal import SourceBytes

/// Posts as JSON objects, key by key as the interface documents them; absent values are null.
public enum PostJSON {
  /// Writes one post.
  ///
  /// - Parameter hasText: Whether `text` and `blocks` are written; search results leave them out.
  public static func write(
    _ archived: ArchivedPost, hasText: Bool = true, to json: inout JSONWriter
  ) {
    let post = archived.post
    json.object { json in
      json.member("id", post.id.text)
      json.member("messageID", post.messageID?.asWritten)
      json.member("kind", post.kind.rawValue)
      json.member("status", post.status.rawValue)
      json.key("venue")
      if let venue = archived.venues.first {
        write(venue, to: &json)
      } else {
        json.value(nil as String?)
      }
      json.array("venues") { json in
        for id in archived.venues.map(\.id).sorted() { json.value(id) }
      }
      json.member("thread", archived.thread.text)
      json.member("parent", archived.parent?.text)
      json.member("depth", archived.depth)
      json.member("position", archived.position)
      json.member("ordinal", post.ordinal)
      json.key("reply")
      write(archived.link, to: &json)
      json.key("forkedFrom")
      write(archived.fork, to: &json)
      json.key("addressee")
      write(archived.addressee, to: &json)
      json.object("author") { json in
        json.member("name", post.author.name)
        json.member("address", post.author.address)
        json.member("url", post.author.url)
        json.member("person", archived.person)
      }
      json.member("date", post.date?.stated.iso8601)
      json.member("dateSource", post.date?.source.rawValue)
      json.member("datePrecision", post.date?.stated.precision.rawValue)
      json.member("subject", post.subject)
      if hasText { writeText(of: post, to: &json) }
      json.member("language", post.language)
      json.member("permalink", post.permalink)
      json.array("attachments") { json in
        for attachment in post.attachments {
          json.object { json in
            json.member("name", attachment.name)
            json.member("type", attachment.type)
            json.member("bytes", attachment.byteCount)
          }
        }
      }
      json.key("source")
      if let copy = archived.copies.first {
        write(copy, to: &json)
      } else {
        json.value(nil as String?)
      }
      json.array("sources") { json in
        for copy in archived.copies { write(copy, to: &json) }
      }
      json.array("annotations") { json in
        for annotation in archived.annotations { write(annotation, to: &json) }
      }
    }
  }

  private static func writeText(of post: Post, to json: inout JSONWriter) {
    json.member("text", post.text)
    json.array("blocks") { json in
      for block in post.blocks { write(block, to: &json) }
    }
  }

  /// Writes one block.
  public static func write(_ block: Block, to json: inout JSONWriter) {
    json.object { json in
      json.member("kind", block.kind.rawValue)
      json.member("depth", block.depth)
      json.member("start", block.start)
      json.member("end", block.end)
      json.member("name", block.name)
      json.member("of", block.of?.text)
    }
  }

  private static func write(_ venue: Venue, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", venue.id)
      json.member("name", venue.name)
      json.member("type", venue.kind.rawValue)
    }
  }

  private static func write(_ link: ReplyLink?, to json: inout JSONWriter) {
    guard let link else { return json.value(nil as String?) }
    json.object { json in
      json.member("evidence", link.reasons.first?.kind.rawValue)
      json.member("confidence", link.confidence)
      json.member("certainty", link.certainty.rawValue)
      json.member("detail", link.reasons.first?.detail)
      json.array("reasons") { json in
        for reason in link.reasons {
          json.object { json in
            json.member("evidence", reason.kind.rawValue)
            json.member("weight", reason.weight)
            json.member("detail", reason.detail)
            json.member("start", reason.range?.lowerBound)
            json.member("end", reason.range?.upperBound)
          }
        }
      }
    }
  }

  private static func write(_ fork: Fork?, to json: inout JSONWriter) {
    guard let fork else { return json.value(nil as String?) }
    json.object { json in
      json.member("post", fork.origin.text)
      json.member("evidence", fork.evidence.rawValue)
      json.member("confidence", fork.confidence)
      json.member("detail", fork.detail)
    }
  }

  private static func write(_ addressee: Addressee?, to json: inout JSONWriter) {
    guard let addressee else { return json.value(nil as String?) }
    json.object { json in
      json.member("name", addressee.name)
      json.member("person", addressee.person)
      json.member("shown", addressee.shown)
      json.member("basis", addressee.basis.rawValue)
      json.member("confidence", addressee.confidence)
      json.member("certainty", addressee.certainty.rawValue)
      json.member("start", addressee.range?.lowerBound)
      json.member("end", addressee.range?.upperBound)
    }
  }

  private static func write(_ copy: ArchivedPost.Copy, to json: inout JSONWriter) {
    json.object { json in
      json.member("path", copy.path)
      json.member("format", copy.format)
      json.member("locator", copy.locator)
    }
  }

  /// Writes one mark.
  public static func write(_ annotation: Annotation, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", annotation.id)
      json.member("post", annotation.post.text)
      json.member("start", annotation.range?.lowerBound)
      json.member("end", annotation.range?.upperBound)
      json.member("exact", annotation.exact)
      json.member("prefix", annotation.prefix)
      json.member("suffix", annotation.suffix)
      json.member("state", annotation.state.rawValue)
      json.member("topic", annotation.topic)
      json.member("role", annotation.role)
      json.member("stance", annotation.stance)
      json.member("target", annotation.target)
      json.member("origin", annotation.origin)
      json.member("confidence", annotation.confidence)
      json.member("decision", annotation.decision)
      json.array("evidence") { json in annotation.evidence.forEach { json.value($0) } }
      json.member("note", annotation.note)
      json.member("by", annotation.by)
      json.member("created", annotation.created.isEmpty ? nil : annotation.created)
    }
  }
}
