public import SourceBytes
internal import Discussion
internal import Yams

/// Corrections as one YAML file: sorted by what they decide, so that two versions of a file can be compared line by
/// line.
public enum CorrectionsFile {
  /// The version of the format; a file of a higher one is refused.
  public static let format = 1

  /// Why a file cannot be read at all.
  public enum Fault: Error, Hashable {
    /// It is not YAML, or holds no list of corrections.
    case unreadable(line: Int, reason: String)
    /// A later version wrote it.
    case tooNew(format: Int)
  }

  /// Writes corrections; those of kinds that this version does not know are written like any other.
  ///
  /// - Parameter corrections: In any order.
  public static func text(of corrections: [Correction]) throws -> String {
    let entries = corrections.sorted { left, right in
      left.decision.slot != right.decision.slot
        ? left.decision.slot < right.decision.slot : left.made < right.made
    }.map { YAMLCoding.node($0) }
    let document = Node(
      [
        (Node("format"), Node("\(format)", Tag(.int))),
        (Node("corrections"), Node(entries, .implicit, .block)),
      ], .implicit, .block)
    return try Yams.serialize(node: document, width: -1, allowUnicode: true, sortKeys: false)
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: What findings call the file.
  ///   - now: The time of corrections that name none.
  ///   - findings: Takes what was odd; an entry that cannot be read is left out.
  /// - Throws: ``Fault``.
  public static func corrections(
    in text: String, path: String, now: CorrectionTime, findings: inout [Finding]
  ) throws(Fault) -> [Correction] {
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw Fault.unreadable(line: YAMLCoding.line(of: error), reason: YAMLCoding.reason(error))
    } catch {
      throw Fault.unreadable(line: 1, reason: "this is not YAML")
    }
    guard let root else { return [] }
    guard let entries = root["corrections"]?.sequence else {
      throw Fault.unreadable(
        line: root.mark?.line ?? 1, reason: "there is no list called `corrections`")
    }
    if let written = root["format"]?.int, written > format { throw .tooNew(format: written) }
    var lines = LineStarts(text)
    var corrections: [Correction] = []
    for entry in entries {
      do {
        corrections.append(try YAMLCoding.correction(entry, now: now))
      } catch {
        let offset = lines.offset(ofLine: (entry.mark ?? root.mark)?.line ?? 1)
        findings.append(
          Finding(
            .error, "correction-unreadable",
            at: SourceLocation(file: FileID(path), bytes: offset..<offset),
            "line \((entry.mark ?? root.mark)?.line ?? 1): \(error.reason)",
            hint: "the other corrections of the file are read"))
      }
    }
    return corrections
  }
}

/// Where the lines of a text start.
private struct LineStarts {
  private var starts: [Int] = [0]

  init(_ text: String) {
    for (offset, byte) in text.utf8.enumerated() where byte == 0x0a { starts.append(offset + 1) }
  }

  /// The offset in bytes of a line, from 1.
  mutating func offset(ofLine line: Int) -> Int { starts[max(1, min(line, starts.count)) - 1] }
}
