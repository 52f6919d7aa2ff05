internal import Exports

/// Writes the document as one JSON object.
struct JSONRenderer: DigestRenderer {
  let name = "json"
  let fileExtension = "json"
  let help = "all values, for programs"

  func render(_ document: DigestDocument) -> [UInt8] {
    var json = JSONWriter()
    document.value.write(to: &json)
    json.newline()
    return json.bytes
  }
}
