internal import Foundation

/// Runs the `git` program on a repository that nobody vouches for.
///
/// No shell is involved, and what a repository's own configuration could make git start (a signature checker, a
/// monitor, a transport) is turned off.
enum Git {
  static func process(_ arguments: [String], in repository: String) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      [
        "git", "--no-pager", "--git-dir=\(repository)", "-c", "safe.directory=*",
        "-c", "log.showSignature=false", "-c", "gpg.program=false", "-c", "core.fsmonitor=false",
        "-c", "core.hooksPath=/dev/null", "-c", "protocol.allow=never",
      ] + arguments
    var environment = ProcessInfo.processInfo.environment
    for name in environment.keys where name.hasPrefix("GIT_") { environment[name] = nil }
    environment["GIT_NO_LAZY_FETCH"] = "1"
    environment["GIT_ALLOW_PROTOCOL"] = "none"
    environment["GIT_NO_REPLACE_OBJECTS"] = "1"
    environment["GIT_OPTIONAL_LOCKS"] = "0"
    environment["GIT_TERMINAL_PROMPT"] = "0"
    environment["LC_ALL"] = "C"
    process.environment = environment
    process.standardError = FileHandle.nullDevice
    return process
  }

  /// What git prints; nil where it is missing or fails.
  static func run(_ arguments: [String], in repository: String) -> String? {
    let process = process(arguments, in: repository)
    let output = Pipe()
    process.standardOutput = output
    process.standardInput = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    return String(decoding: data, as: UTF8.self)
  }
}

/// Asks one `git cat-file --batch` for object after object.
final class GitObjectReader {
  private let process: Process
  private let input = Pipe()
  private let output = Pipe()
  private var ahead: [UInt8] = []
  private(set) var isOpen: Bool

  init(repository: String) {
    process = Git.process(["cat-file", "--batch"], in: repository)
    process.standardInput = input
    process.standardOutput = output
    isOpen = (try? process.run()) != nil
  }

  deinit {
    guard isOpen || process.isRunning else { return }
    try? input.fileHandleForWriting.close()
    try? output.fileHandleForReading.close()
    process.terminate()
    process.waitUntilExit()
  }

  /// The bytes of a blob; nil where the repository lacks it or it is larger than the limit.
  func blob(_ name: String, byteLimit: Int) -> [UInt8]? {
    guard isOpen,
      (try? input.fileHandleForWriting.write(contentsOf: Data((name + "\n").utf8))) != nil,
      let header = line()
    else {
      isOpen = false
      return nil
    }
    let fields = header.split(separator: " ")
    guard fields.count == 3, let byteCount = Int(fields[2]), byteCount >= 0 else { return nil }
    guard fields[1] == "blob", byteCount <= byteLimit else {
      skip(byteCount + 1)
      return nil
    }
    while ahead.count < byteCount + 1, fill() {}
    guard ahead.count > byteCount else { return nil }
    let bytes = Array(ahead.prefix(byteCount))
    ahead.removeFirst(byteCount + 1)
    return bytes
  }

  private func line() -> String? {
    while true {
      if let end = ahead.firstIndex(of: 0x0A) {
        let line = String(decoding: ahead[..<end], as: UTF8.self)
        ahead.removeFirst(end + 1)
        return line
      }
      guard ahead.count < 4096, fill() else { return nil }
    }
  }

  private func skip(_ byteCount: Int) {
    var left = byteCount
    while left > 0 {
      if ahead.isEmpty, !fill() { return }
      let count = min(left, ahead.count)
      ahead.removeFirst(count)
      left -= count
    }
  }

  private func fill() -> Bool {
    let data = output.fileHandleForReading.availableData
    guard !data.isEmpty else {
      isOpen = false
      return false
    }
    ahead.append(contentsOf: data)
    return true
  }
}
