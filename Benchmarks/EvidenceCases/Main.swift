import Discussion
import Foundation
import Threading

// Prints the cases that threading by evidence runs into, as Scripts/fit-evidence reads them.
//
// usage: evidence-cases [--truth FILE] [--skip FILE] [--errors] EXPORT.jsonl
//
// EXPORT is what `thresh export --format jsonl` writes. What its posts say about their parents is hidden from the
// threading and serves as the truth: links by header and markup, and for messages that show no sign of answering "none".
// An empty line parts the comments of two pages. Comments that quote are left out where the article has no text, since it may be
// what they quote.
// --truth gives other truths, one `CHILD PARENT` a line; --skip names posts of which the truth is not known, one a line.
// With --errors, the wrong ones are told instead, with what counted.

@main
enum EvidenceCases {
  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    func take(_ name: String) -> Bool {
      guard let index = arguments.firstIndex(of: name) else { return false }
      arguments.remove(at: index)
      return true
    }
    let tellsErrors = take("--errors")
    var truth: [PostID: Set<PostID>] = [:]
    var isGiven = false
    if let index = arguments.firstIndex(of: "--truth"), index + 1 < arguments.count {
      isGiven = true
      for line in try String(contentsOfFile: arguments[index + 1], encoding: .utf8).split(
        separator: "\n")
      {
        let parts = line.split(separator: " ").map(String.init)
        if parts.count == 2 { truth[PostID(parts[0]), default: []].insert(PostID(parts[1])) }
      }
      arguments.removeSubrange(index...(index + 1))
    }
    var skipped: Set<String> = []
    if let index = arguments.firstIndex(of: "--skip"), index + 1 < arguments.count {
      skipped = Set(
        try String(contentsOfFile: arguments[index + 1], encoding: .utf8).split(separator: "\n")
          .map(String.init))
      arguments.removeSubrange(index...(index + 1))
    }
    guard let path = arguments.first else {
      FileHandle.standardError.write(
        Data("usage: evidence-cases [--truth FILE] [--skip FILE] [--errors] EXPORT.jsonl\n".utf8))
      exit(64)
    }
    let exported = try ExportedPost.read(path)
    if !isGiven { truth = ExportedPost.truth(exported) }
    let known = Set(exported.map(\.id))
    let signs = Dictionary(uniqueKeysWithValues: exported.map { ($0.id, $0.looksLikeReply) })
    let texts = Dictionary(uniqueKeysWithValues: exported.map { ($0.id, $0) })
    var seconds = -ProcessInfo.processInfo.systemUptime
    let cases = EvidenceThreading.cases(for: exported.map(\.evidencePost))
    seconds += ProcessInfo.processInfo.systemUptime
    FileHandle.standardError.write(
      Data(
        "\(exported.count) posts in \(seconds) s, \(Int(Double(exported.count) / seconds)) posts/s\n"
          .utf8))
    var lines = ""
    var thread: String?
    for item in cases where !skipped.contains(item.child.text) {
      let parents = truth[item.child] ?? []
      if parents.isEmpty, item.isComment || signs[item.child.text] == true { continue }
      if !parents.isEmpty, !parents.contains(where: { known.contains($0.text) }) { continue }
      func isRight(_ parent: PostID?) -> Bool { parent.map(parents.contains) ?? parents.isEmpty }
      if tellsErrors {
        lines += ErrorReport.text(item, isRight: isRight, posts: texts)
        continue
      }
      guard item.alternatives.contains(where: { isRight($0.parent) }) else { continue }
      if item.isComment, let page = texts[item.child.text]?.thread {
        if texts[item.child.text]?.quotes == true, texts[page]?.hasText != true { continue }
        if thread != nil, thread != page { lines += "\n" }
        thread = page
      }
      lines +=
        item.alternatives.map { alternative in
          (isRight(alternative.parent) ? "1:" : "0:")
            + alternative.features.map { String(($0 * 10_000).rounded() / 10_000) }
            .map { $0.hasSuffix(".0") ? String($0.dropLast(2)) : $0 }.joined(separator: ",")
        }.joined(separator: " ") + "\n"
    }
    FileHandle.standardOutput.write(Data(lines.utf8))
  }
}

/// What was decided wrongly, and what counted.
enum ErrorReport {
  static func text(
    _ item: EvidenceCase, isRight: (PostID?) -> Bool, posts: [String: ExportedPost]
  ) -> String {
    let best = item.alternatives.indices.max { left, right in
      let (first, second) = (item.alternatives[left].score, item.alternatives[right].score)
      return first != second ? first < second : left > right
    }
    guard let best, !isRight(item.alternatives[best].parent) else { return "" }
    let names = EvidenceThreading.featureNames(isComment: item.isComment)
    func side(_ title: String, _ id: PostID?, _ index: Int?) -> String {
      var line = "  \(title) \(id?.text ?? "none")"
      if let post = id.flatMap({ posts[$0.text] }) { line += " \(post.headline)" }
      guard let index else { return line + "\n    (no candidate)\n" }
      let alternative = item.alternatives[index]
      let parts = zip(names, alternative.features).filter { $0.1 != 0 }
        .map { "\($0.0)=\(($0.1 * 100).rounded() / 100)" }
      return line + "\n    \((alternative.score * 100).rounded() / 100): "
        + parts.joined(separator: " ")
        + "\n"
    }
    let post = posts[item.child.text]
    return "\(item.child.text) \(post?.headline ?? "")\n"
      + "    | "
      + (post?.text ?? "").prefix(400).split(separator: "\n").joined(separator: "\n    | ")
      + "\n" + side("chosen", item.alternatives[best].parent, best)
      + item.alternatives.indices.filter { isRight(item.alternatives[$0].parent) }.prefix(2)
      .map { side("right ", item.alternatives[$0].parent, $0) }.joined()
  }
}
