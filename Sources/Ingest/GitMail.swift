internal import Discussion
internal import Foundation
internal import SourceBytes

/// Reads the messages of a public-inbox repository through the `git` program.
///
/// Version 1 keeps each message as a file of its own in folders of two hexadecimal digits; version 2 writes one commit
/// a message, each with the file `m` (or `d`, which takes a message back), in epochs `git/0.git`, `git/1.git` and so on.
/// Messages come in the order of the commits. What was taken back is not read.
final class GitMail {
  /// What reading gives, step by step.
  enum Step {
    case epochBegan(String)
    case messages([RawMessage], epoch: String)
    case failed(String, offset: Int, epoch: String)
    case epochEnded(byteCount: Int)
    case ended(ContentDigest)
  }

  /// A repository and the name of its epoch; empty where there is only one.
  private struct Epoch {
    var location: String
    var name: String
  }

  private struct Entry {
    var commit: String
    var blob: String
  }

  private static let batchByteCount = 1 << 20
  private let limits: ParseLimits
  private var epochs: [Epoch]
  private let digest: ContentDigest
  private var reader: GitObjectReader?
  private var entries: [Entry] = []
  private var nextEntry = 0
  private var offset = 0

  /// Starts to read; nothing is asked of git yet.
  init(_ file: InputFile, limits: ParseLimits) throws {
    self.limits = limits
    epochs = GitMail.epochs(at: file.location)
    digest = ContentDigest(of: GitMail.heads(epochs).joined(separator: "\n"))
  }

  /// The folder as a source, where it is a repository of mail; nil for all other folders.
  static func inputFile(_ path: String, location: String) -> InputFile? {
    let epochs = epochs(at: location)
    guard !epochs.isEmpty, epochs.contains(where: { holdsMail($0.location) }) else { return nil }
    // The commits at the top say whether anything changed.
    let digest = ContentDigest(of: heads(epochs).joined(separator: "\n"))
    let stamp = digest.hexadecimal.prefix(15)
    return InputFile(
      path: path, location: location,
      stamp: SourceStamp(
        byteCount: 0, modified: Int64(stamp, radix: 16) ?? 0, inode: UInt64(epochs.count)),
      isRepository: true)
  }

  /// The next step.
  func next() -> Step {
    guard let epoch = epochs.first else { return .ended(digest) }
    guard reader != nil else {
      (entries, nextEntry, offset) = (GitMail.entries(of: epoch.location), 0, 0)
      reader = GitObjectReader(repository: epoch.location)
      return .epochBegan(epoch.name)
    }
    guard nextEntry < entries.count else { return end() }
    var messages: [RawMessage] = []
    var byteCount = 0
    while nextEntry < entries.count, byteCount < GitMail.batchByteCount {
      let entry = entries[nextEntry]
      nextEntry += 1
      guard let bytes = reader?.blob(entry.blob, byteLimit: limits.messageByteCount) else {
        if !messages.isEmpty {
          nextEntry -= 1
          break
        }
        if reader?.isOpen == false { nextEntry = entries.count }
        return .failed(
          "the message of commit \(entry.commit) could not be read from the repository",
          offset: offset, epoch: epoch.name)
      }
      messages.append(
        RawMessage(
          extent: offset..<offset + bytes.count, bytes: bytes, locator: entry.commit))
      offset += bytes.count
      byteCount += bytes.count
    }
    return .messages(messages, epoch: epoch.name)
  }

  private func end() -> Step {
    epochs.removeFirst()
    reader = nil
    return .epochEnded(byteCount: offset)
  }

  private static func heads(_ epochs: [Epoch]) -> [String] {
    epochs.map { Git.run(["rev-parse", "HEAD"], in: $0.location) ?? "" }
  }

  /// The repositories at a folder, oldest first: itself, its `.git`, or the epochs below it.
  private static func epochs(at location: String) -> [Epoch] {
    if isRepository(location) { return [Epoch(location: location, name: "")] }
    if isRepository(location + "/.git") { return [Epoch(location: location + "/.git", name: "")] }
    let folder = location + "/git"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.compactMap { name -> (Int, String)? in
      guard name.hasSuffix(".git"), let number = Int(name.dropLast(4)) else { return nil }
      return isRepository(folder + "/" + name) ? (number, name) : nil
    }.sorted { $0.0 < $1.0 }.map { Epoch(location: folder + "/" + $0.1, name: "git/" + $0.1) }
  }

  private static func isRepository(_ folder: String) -> Bool {
    ["HEAD", "objects", "refs"].allSatisfy {
      FileManager.default.fileExists(atPath: folder + "/" + $0)
    }
  }

  /// Whether the last commit holds what public-inbox writes and nothing else.
  private static func holdsMail(_ repository: String) -> Bool {
    guard let listing = Git.run(["ls-tree", "--name-only", "HEAD"], in: repository) else {
      return false
    }
    let names = listing.split(separator: "\n")
    return !names.isEmpty
      && names.allSatisfy { name in
        name == "m" || name == "d" || name == "_"
          || (name.utf8.count == 2 && name.allSatisfy(\.isHexDigit))
      }
  }

  /// The messages that the history holds and did not take back, oldest first.
  private static func entries(of repository: String) -> [Entry] {
    let arguments = [
      "log", "--reverse", "--raw", "--no-abbrev", "--no-renames", "--root", "--no-color",
      "--no-show-signature", "--format=%x01%H", "HEAD",
    ]
    guard let log = Git.run(arguments, in: repository) else { return [] }
    var commit = ""
    var entries: [Entry] = []
    var placeOfPath: [String: Int] = [:]
    var isGone: Set<Int> = []
    var placesOfBlob: [String: [Int]] = [:]
    for line in log.split(separator: "\n") {
      if line.first == "\u{1}" {
        commit = String(line.dropFirst())
        continue
      }
      // `:MODE MODE BLOB BLOB STATUS<tab>PATH`
      let halves = line.split(separator: "\t", maxSplits: 1)
      let fields = halves[0].split(separator: " ")
      guard halves.count == 2, fields.count == 5, let status = fields[4].first else { continue }
      let (path, blob) = (String(halves[1]), String(fields[3]))
      if status == "D" {
        // A file that leaves version 1 takes its message along; `m` merely makes room for `d`.
        if path != "m", path != "d", let place = placeOfPath.removeValue(forKey: path) {
          isGone.insert(place)
        }
      } else if path == "d" {
        for place in placesOfBlob[blob] ?? [] { isGone.insert(place) }
      } else if path == "m" {
        placesOfBlob[blob, default: []].append(entries.count)
        entries.append(Entry(commit: commit, blob: blob))
      } else if let place = placeOfPath[path] {
        entries[place] = Entry(commit: commit, blob: blob)
      } else {
        placeOfPath[path] = entries.count
        entries.append(Entry(commit: commit, blob: blob))
      }
    }
    return entries.indices.filter { !isGone.contains($0) }.map { entries[$0] }
  }
}
