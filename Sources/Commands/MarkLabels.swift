internal import ArchiveStore
internal import ArgumentParser
internal import Arguments
internal import Discussion

/// What a reader says of a passage.
struct MarkLabels: ParsableArguments {
  @Option(help: ArgumentHelp("A topic.", valueName: "topic"))
  var topic: String?

  @Option(
    help: ArgumentHelp(
      "What it does: \(ArgumentRole.allCases.map(\.rawValue).joined(separator: ", ")), or a word of your own.",
      valueName: "role"))
  var role: String?

  @Option(
    help: ArgumentHelp(
      "How it stands towards the target: \(Stance.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "stance"))
  var stance: String?

  @Option(
    help: ArgumentHelp(
      "What the stance is towards: parent, post:ID, span:MARK or topic:TOPIC.",
      valueName: "target"))
  var target: String?

  @Option(help: ArgumentHelp("A note.", valueName: "text"))
  var note: String?

  func validate() throws {
    if let stance, !stance.isEmpty, Stance(rawValue: stance) == nil {
      throw ValidationError(
        "'\(stance)' is none of: \(Stance.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    for (option, word) in [("--topic", topic), ("--role", role)] {
      guard let word else { continue }
      guard MarkLabels.isName(word) || word.isEmpty else {
        throw ValidationError(
          "\(option) takes one word of letters, digits, - and _; '\(word)' is none")
      }
    }
  }

  /// Names of topics and roles are words, so that sheets and queries can list them.
  static func isName(_ word: String) -> Bool {
    !word.isEmpty
      && word.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || scalar.properties.generalCategory == .nonspacingMark
          || "-_.".unicodeScalars.contains(scalar)
      }
  }

  var isEmpty: Bool { [topic, role, stance, target, note].allSatisfy { $0 == nil } }

  /// Puts what was given into a mark; an empty word takes away what was there.
  ///
  /// - Parameter parent: What the post answers.
  /// - Throws: ``Failure`` where the target is none.
  func apply(to mark: inout Annotation, parent: PostID?, in archive: Archive) throws {
    func given(_ word: String?, _ old: String?) -> String? {
      word.map { $0.isEmpty ? nil : $0 } ?? old
    }
    mark.topic = given(topic, mark.topic)
    mark.role = given(role, mark.role)
    mark.stance = given(stance, mark.stance)
    mark.note = given(note, mark.note)
    guard mark.stance != nil else {
      mark.target = nil
      return
    }
    mark.target = try MarkLabels.target(
      given(target, mark.target) ?? "parent", parent: parent, in: archive)
  }

  /// A target as it is kept.
  static func target(_ text: String, parent: PostID?, in archive: Archive) throws -> String {
    if text == "parent" {
      guard parent != nil else {
        throw Failure(
          message: "this post answers nothing that the archive has, so the stance needs a target",
          hint: "--target topic:TOPIC, post:ID or span:MARK")
      }
      return text
    }
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    if parts.count == 2 {
      switch parts[0] {
      case "post": return "post:\(try archive.resolve(parts[1]).text)"
      case "span": return "span:\(try MarkSelection.mark(parts[1], in: archive).id)"
      case "topic" where isName(parts[1]): return text
      default: break
      }
    }
    throw Failure(
      message: "\(SafeText.line(text)): no target",
      hint: "parent, post:ID, span:MARK or topic:TOPIC")
  }

  /// Words that nobody used yet and that look like a slip, said on standard error.
  func warn(in archive: Archive) throws {
    if let role, !role.isEmpty, ArgumentRole(rawValue: role) == nil {
      let known = ArgumentRole.allCases.map(\.rawValue).joined(separator: ", ")
      StandardError.write("note: the role “\(SafeText.line(role))” is your own, none of \(known)\n")
    }
    guard let topic, !topic.isEmpty else { return }
    let topics = try archive.topics().map(\.topic.id)
    guard !topics.isEmpty, !topics.contains(topic) else { return }
    let near = topics.filter { $0.hasPrefix(topic.prefix(4)) || $0.contains(topic.lowercased()) }
    StandardError.write(
      "note: “\(SafeText.line(topic))” is a new topic"
        + (near.isEmpty ? "\n" : "; there is \(SafeText.line(near.joined(separator: ", ")))\n"))
  }
}

extension Annotation {
  /// A reader's mark with an id that no other mark of the archive has.
  ///
  /// - Parameter taken: Ids that are taken in the same change.
  func named(in archive: Archive, taken: inout Set<String>) throws -> Annotation {
    var mark = self
    var number = 0
    while true {
      mark.id = Annotation.readerID(of: mark, number: number)
      let other = try archive.annotations(withIDsFrom: mark.id).first
      let isSame = other.map { $0.label == label && $0.note == note && $0.exact == exact } ?? true
      if isSame, taken.insert(mark.id).inserted { return mark }
      number += 1
    }
  }
}
