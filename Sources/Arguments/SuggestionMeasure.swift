/// How far suggestions can be trusted: what was measured on texts to which the models were not fitted.
///
/// Roles were measured on sentences of debates whose claims and premises people had marked, stances on pairs of comments
/// whose relation people had marked; `Scripts/fit-arguments` prints both tables. Roles that follow from cue phrases
/// (proposal, decision, concession; example, evidence) carry the confidence of the claim or premise that they are.
public enum SuggestionMeasure {
  /// From which confidence on at least 7 in 10 suggestions of a role were right; nil where that was never so.
  ///
  /// Questions end in a question mark and appreciation has its phrases: both are shown always.
  public static func least(for role: ArgumentRole) -> Double? {
    switch role {
    case .claim, .proposal, .decision, .concession: RoleModel.shown[0]?.from
    case .premise, .evidence, .example: RoleModel.shown[1]?.from
    case .question, .appreciation: 0
    }
  }

  /// From which confidence on at least 7 in 10 suggestions of a stance were right; nil where that was never so.
  ///
  /// `partly` rests on a phrase ("yes, but"), and counts as agreement that was qualified.
  public static func least(for stance: Stance) -> Double? {
    switch stance {
    case .agree, .partly: StanceModel.shown[0]?.from
    case .disagree: StanceModel.shown[1]?.from
    case .neutral: StanceModel.shown[2]?.from
    case .question: 0
    }
  }

  /// Whether a role is sure enough to be shown where only confident suggestions are.
  public static func isConfident(_ role: ArgumentRole, _ confidence: Double) -> Bool {
    least(for: role).map { confidence >= $0 } ?? false
  }

  /// Whether a stance is sure enough to be shown where only confident suggestions are.
  public static func isConfident(_ stance: Stance, _ confidence: Double) -> Bool {
    least(for: stance).map { confidence >= $0 } ?? false
  }

  /// A confidence in words: "about 7 in 10 such marks were right on test data".
  public static func words(_ confidence: Double) -> String {
    let tenths = min(9, max(1, Int((confidence * 10).rounded())))
    return "about \(tenths) in 10 such marks were right on test data"
  }
}
