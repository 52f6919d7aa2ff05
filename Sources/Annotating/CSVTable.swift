/// A table as spreadsheets save it (RFC 4180, and what they do besides).
///
/// Fields are divided by commas, semicolons or tabs, whichever the first line has most of; lines end in LF, CRLF or CR; a
/// byte order mark is passed over. A quotation mark that is never closed ends with the file.
public struct CSVTable: Sendable, Hashable {
  /// One row after the first.
  public struct Row: Sendable, Hashable {
    /// The line of the file on which it starts, from 1.
    public var line: Int
    /// Its fields; short rows lack the last ones.
    public var fields: [String]
  }

  /// The names in the first row.
  public let header: [String]
  /// The others, without empty ones.
  public let rows: [Row]

  /// Reads a table.
  ///
  /// - Complexity: Linear in the text.
  public init(_ text: String) {
    var rows = CSVTable.rows(Array(text.unicodeScalars))
    header = rows.isEmpty ? [] : rows.removeFirst().fields
    self.rows = rows.filter { row in row.fields.contains { !$0.isEmpty } }
  }

  /// Where a column stands, whatever its case; nil where there is none.
  public func column(_ name: String) -> Int? {
    header.firstIndex { $0.lowercased() == name }
  }

  private static func rows(_ scalars: [Unicode.Scalar]) -> [Row] {
    var index = scalars.first == "\u{feff}" ? 1 : 0
    let delimiter = delimiter(scalars[index...])
    var rows: [Row] = []
    var row = Row(line: 1, fields: [])
    var field = String.UnicodeScalarView()
    var line = 1
    var isQuoted = false
    func end() {
      row.fields.append(String(field))
      field = String.UnicodeScalarView()
    }
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      if isQuoted {
        if scalar == "\"" {
          if index < scalars.count, scalars[index] == "\"" {
            field.append("\"")
            index += 1
          } else {
            isQuoted = false
          }
        } else {
          if scalar == "\n" { line += 1 }
          field.append(scalar)
        }
      } else if scalar == "\"", field.isEmpty {
        isQuoted = true
      } else if scalar == delimiter {
        end()
      } else if scalar == "\n" || scalar == "\r" {
        if scalar == "\r", index < scalars.count, scalars[index] == "\n" { index += 1 }
        line += 1
        end()
        rows.append(row)
        row = Row(line: line, fields: [])
      } else {
        field.append(scalar)
      }
    }
    if !field.isEmpty || !row.fields.isEmpty {
      end()
      rows.append(row)
    }
    return rows
  }

  private static func delimiter(_ scalars: ArraySlice<Unicode.Scalar>) -> Unicode.Scalar {
    let first = scalars.prefix { $0 != "\n" && $0 != "\r" }
    let counts = [",", ";", "\t"].map { (sign: Unicode.Scalar) in
      (sign, first.count { $0 == sign })
    }
    return counts.max { ($0.1) < ($1.1) }.map { $0.1 > 0 ? $0.0 : "," } ?? ","
  }
}
