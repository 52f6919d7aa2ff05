/// Which suggestions are shown beside what readers decided.
public enum SuggestionChoice: String, Sendable, Hashable, CaseIterable {
  /// Only what readers marked or accepted.
  case none
  /// Those of which at least 7 in 10 were right on data kept aside, and those that carry no figure.
  case confident
  /// Every one.
  case all

  /// From which confidence on suggestions are worth showing.
  public static let shownConfidence = 0.7

  /// From which confidence on guesses count where many are counted together, as where threads are sorted by contention.
  ///
  /// Of disagreements so sure 7 in 10 were right on debates, and about half on mailing lists: enough to tell threads apart, not
  /// enough to show each.
  public static let countedConfidence = 0.6

  /// Whether a mark is shown; one that was rejected never is.
  public func shows(_ mark: Annotation) -> Bool {
    if mark.decision == "rejected" { return false }
    if mark.isDecided { return true }
    return switch self {
    case .none: false
    case .confident: mark.isConfident
    case .all: true
    }
  }
}

extension Annotation {
  /// Whether a reader made or accepted it.
  public var isDecided: Bool { isByReader || decision == "accepted" }

  /// Whether a reader made it.
  public var isByReader: Bool { origin.hasPrefix("person:") }

  /// Whether it is a suggestion that nobody judged yet.
  public var isOpen: Bool { !isByReader && decision == nil }

  /// Whether such suggestions were right often enough to be shown; the shares of found topics are no such figure.
  public var isConfident: Bool {
    origin == "discovered" || (confidence ?? 1) >= SuggestionChoice.shownConfidence
  }

  /// What it says, without where and by whom: of two marks with one label on one span either is enough.
  public var label: [String?] { [topic, role, stance, stance == nil ? nil : target] }
}
