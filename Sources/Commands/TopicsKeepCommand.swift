internal import ArchiveStore
internal import ArgumentParser
internal import Corrections
internal import Discussion

/// `thresh topics keep`.
struct TopicsKeepCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "keep",
    abstract: "Makes a discovered topic an entry of the codebook.",
    discussion: """
      Examples:
        thresh topics keep d-fee-bank --as fees
        thresh topics keep d-fee-bank --as fees --name 'Fees and what they pay for'

      The topic keeps its words. When topics are discovered again, the one that has most of them gets its id. `topics \
      export` writes it as an entry with its words as terms. `thresh undo` takes it back.
      """)

  @OptionGroup var correcting: CorrectingOptions

  @Option(name: .customLong("as"), help: ArgumentHelp("Its id from now on.", valueName: "id"))
  var newID: String

  @Option(help: ArgumentHelp("Its name; else its best words.", valueName: "name"))
  var name: String?

  @Argument(help: ArgumentHelp("A discovered topic.", valueName: "topic"))
  var topic: String

  func validate() throws {
    guard !newID.isEmpty, newID.allSatisfy({ $0.isLetter || $0.isNumber || "-_.".contains($0) })
    else { throw ValidationError("an id is made of letters, digits, `-`, `_` and `.`") }
  }

  func perform() async throws {
    let archive = try correcting.open()
    let topics = try archive.topics().map(\.topic)
    guard let found = topics.first(where: { $0.id == topic }) else {
      throw Failure(
        message: "\(SafeText.line(topic)): no topic has this id",
        hint: "`thresh topics discover` finds topics, `thresh topics list` prints them")
    }
    guard found.origin == "discovered" || found.origin == "kept" else {
      throw Failure(message: "\(SafeText.line(topic)): this topic was not discovered")
    }
    if newID != topic, let other = topics.first(where: { $0.id == newID }) {
      throw Failure(
        message:
          "\(SafeText.line(newID)): the topic '\(SafeText.line(other.name))' has this id already")
    }
    let terms: [CorrectionValue] = found.terms.map { term in
      .map(["term": .text(term.term), "weight": term.weight.map { .number($0) } ?? .null])
    }
    var decisions = [
      Decision(
        .topic, about: newID,
        value: .map(["name": .text(name ?? found.name), "terms": .list(terms)]))
    ]
    if found.origin == "kept", newID != topic {
      decisions.append(Decision(.topic, about: topic, value: .null))
    }
    // Its tags take the new id along, and what a reader decided about them.
    let marks = try archive.annotations()
    let discovered = marks.filter { $0.origin == "discovered" }
    let renamed = discovered.map { mark in
      guard mark.topic == topic else { return mark }
      var new = Annotation(
        post: mark.post, range: nil, in: [], origin: "discovered", topic: newID)
      new.confidence = mark.confidence
      new.evidence = mark.evidence
      if let decision = mark.decision {
        decisions.append(
          Decision(.judgement, post: mark.post, about: new.id, value: .text(decision)))
      }
      return new
    }
    if !correcting.dryRun {
      try archive.replaceSuggestions(
        of: "discovered",
        topics: topics.filter { $0.origin == "discovered" && $0.id != topic }, with: renamed)
    }
    try correcting.keep(
      decisions, in: archive,
      saying: ["\(found.name) is kept as \(newID): \(Self.words(found))"])
  }

  private static func words(_ topic: TopicRecord) -> String {
    topic.terms.prefix(8).map(\.term).joined(separator: ", ")
  }
}
