package import ArchiveStore
package import Discussion
internal import Exports
package import Ingest
package import SourceBytes

/// Reads paths into an archive as `thresh import` does, without progress and without skipping anything.
///
/// - Parameter width: How many tasks parse at once.
/// - Returns: What was done, source by source.
@discardableResult
package func importAll(
  _ paths: [String], into archive: Archive, options: ImportOptions = ImportOptions(),
  limits: ParseLimits = ParseLimits(), width: Int = 2, skippingUnchanged: Bool = false
) async throws -> [SourceReport] {
  let session = try importSession(into: archive)
  var files: [InputFile] = []
  for file in try paths.flatMap({ try InputFiles.list($0) }) {
    let isKnown =
      try skippingUnchanged
      && session.isUnchanged(
        location: file.location, stamp: file.stamp, options: options.fingerprint)
    if isKnown { session.skip(path: file.path) } else { files.append(file) }
  }
  try await ImportPipeline(options: options, limits: limits, width: width).run(files: files) {
    event in
    try session.handle(event)
  }
  try session.finish()
  return session.reports
}

/// A session that reads copies anew as `thresh import` does.
package func importSession(into archive: Archive) throws -> ImportSession {
  try ImportSession(into: archive, began: "2026-01-01T00:00:00Z") { copy in
    CopyReader(
      path: copy.path, location: copy.location, member: copy.member, locator: copy.locator,
      extent: copy.start..<copy.end, format: copy.format
    ).contribution(from: copy.original, envelope: copy.envelope)
  }
}

/// The steps that reading `paths` takes, without an archive.
package func events(
  of paths: [String], options: ImportOptions = ImportOptions(), width: Int = 2
) async throws -> [ImportEvent] {
  let files = try paths.flatMap { try InputFiles.list($0) }
  var events: [ImportEvent] = []
  try await ImportPipeline(options: options, width: width).run(files: files) { event in
    events.append(event)
  }
  return events
}

/// All that an archive exports as JSON Lines, one post an element.
///
/// - Parameter withSources: Whether `source` and `sources` say where each post was found.
package func jsonLines(of archive: Archive, withSources: Bool = true) throws -> [String] {
  var lines: [String] = []
  try archive.forEachPost { post, _ in
    var post = post
    if !withSources { post.copies = [] }
    lines.append(String(decoding: JSONLinesFormat().entry(post, original: nil), as: UTF8.self))
  }
  return lines
}

/// All that an archive exports as mbox.
package func mbox(of archive: Archive) throws -> [UInt8] {
  var bytes: [UInt8] = []
  try archive.forEachPost(detail: [.all, .statements]) { post, original in
    bytes += MboxFormat().entry(post, original: try original())
  }
  return bytes
}
