/// Which pseudonym stands for whom: what a reader keeps apart from the pseudonymous files.
///
/// The text has one line for each person: pseudonym, person ids, names and addresses, with tabs between and ` | ` between
/// several of a kind.
public struct PseudonymKey: Sendable, Hashable {
  /// One person.
  public struct Entry: Sendable, Hashable {
    /// What takes the place of the names.
    public var pseudonym: String
    /// The ids of the person, or of the persons that share a full name or an address.
    public var persons: Set<String>
    /// The names as posts show them.
    public var names: Set<String>
    /// The mail addresses.
    public var addresses: Set<String>
  }

  /// The people in the order of their pseudonyms.
  public var entries: [Entry]

  /// A key for nobody yet.
  public init() { entries = [] }

  /// Reads a key that was written before; lines that are none are passed over.
  public init(parsing text: String) {
    entries = text.split(whereSeparator: \.isNewline).compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count >= 4, !fields[0].hasPrefix("#") else { return nil }
      func values(_ field: Substring) -> Set<String> {
        Set(String(field).split(separator: " | ").map(String.init))
      }
      return Entry(
        pseudonym: String(fields[0]), persons: values(fields[1]), names: values(fields[2]),
        addresses: values(fields[3]))
    }
  }

  /// The key as text.
  public var text: String {
    func field(_ values: Set<String>) -> String {
      values.sorted().map { value in
        String(String.UnicodeScalarView(value.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
      }.joined(separator: " | ")
    }
    let lines = entries.map { entry in
      [entry.pseudonym, field(entry.persons), field(entry.names), field(entry.addresses)]
        .joined(separator: "\t")
    }
    return (["# pseudonym\tpersons\tnames\taddresses"] + lines).joined(separator: "\n") + "\n"
  }
}
