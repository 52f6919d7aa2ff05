public import Discussion

/// What is said of one unit, as the cells of a sheet hold it: codes are words, and one that ends in `?` is a suggestion.
public struct UnitCodes: Sendable, Hashable {
  /// One thing that is said.
  public struct Code: Sendable, Hashable, Comparable {
    /// Topic, role or stance.
    public var kind: Kind
    /// The word.
    public var word: String
    /// What a stance is towards.
    public var target: String?
    /// Whether it is a suggestion that nobody judged.
    public var isOpen: Bool

    /// Takes over a code.
    public init(_ kind: Kind, _ word: String, target: String? = nil, isOpen: Bool = false) {
      self.kind = kind
      self.word = word
      self.target = target
      self.isOpen = isOpen
    }

    /// The same, said by a reader.
    public var decided: Code { Code(kind, word, target: target) }

    /// Orders by kind and word.
    public static func < (left: Code, right: Code) -> Bool { left.key < right.key }

    private var key: (Int, String, String, Int) {
      (kind.rawValue, word, target ?? "", isOpen ? 1 : 0)
    }
  }

  /// What a code is.
  public enum Kind: Int, Sendable, Hashable, CaseIterable {
    case topic, role, stance
  }

  /// The codes.
  public var codes: Set<Code> = []
  /// The note.
  public var note: String?

  /// No codes.
  public init() {}

  /// The codes of a mark.
  public init(_ mark: Annotation) {
    codes = Set(mark.codes)
    note = mark.note
  }
}

extension Annotation {
  /// What it says, code by code.
  public var codes: [UnitCodes.Code] {
    [
      topic.map { UnitCodes.Code(.topic, $0, isOpen: isOpen) },
      role.map { UnitCodes.Code(.role, $0, isOpen: isOpen) },
      stance.map { UnitCodes.Code(.stance, $0, target: target ?? "parent", isOpen: isOpen) },
    ].compactMap(\.self)
  }

  /// Takes a code away.
  mutating func remove(_ code: UnitCodes.Code) {
    switch code.kind {
    case .topic: topic = nil
    case .role: role = nil
    case .stance: (stance, target) = (nil, nil)
    }
  }

  /// Gives a code.
  mutating func set(_ code: UnitCodes.Code) {
    switch code.kind {
    case .topic: topic = code.word
    case .role: role = code.word
    case .stance: (stance, target) = (code.word, code.target)
    }
  }
}
