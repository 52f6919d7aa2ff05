internal import ArgumentParser
internal import Discussion

/// Which links threads are drawn from.
enum LinkChoice: String, CaseIterable, ExpressibleByArgument {
  case certain, likely, all

  /// Whether a link is sure enough.
  ///
  /// That a comment stands under its article is no guess, even where whom it answers is.
  func shows(_ link: ReplyLink) -> Bool {
    switch self {
    case .all: true
    case .likely: link.certainty != .guess || link.reasons.first?.kind == .default
    case .certain: link.certainty == .certain || link.reasons.first?.kind == .default
    }
  }

  /// The confidence below which a link may be left out.
  var leastConfidence: Double {
    switch self {
    case .all: -.infinity
    case .likely: Certainty.bounds(of: .likely).lowerBound
    case .certain: Certainty.bounds(of: .certain).lowerBound
    }
  }
}

/// The option of every command that shows threads.
struct LinkOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Draw threads from certain, likely or all links; where a link is left out, a tree of its own begins.",
      valueName: "links"))
  var links: LinkChoice?
}
