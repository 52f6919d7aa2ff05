/// Codebooks that come with Thresh, to begin with and to be made one's own.
public enum StarterCodebooks {
  /// Their YAML by name.
  public static let all = ["community": community, "decisions": decisions]
}
