import Exports
import Foundation
import Testing

private func written(_ body: (inout JSONWriter) -> Void) -> String {
  var json = JSONWriter()
  body(&json)
  return String(decoding: json.bytes, as: UTF8.self)
}

struct JSONWriterTests {
  @Test(
    "a string is escaped where RFC 8259 asks for it",
    arguments: [
      ("", #""""#), ("a", #""a""#), ("\"", #""\"""#), ("\\", #""\\""#), ("/", #""/""#),
      ("\n\t\r", #""\n\t\u000d""#), ("\u{0}", #""\u0000""#), ("\u{1f}\u{7f}", #""\u001f\u007f""#),
      ("\u{85}", "\"\u{85}\""), ("żółw 🐢", #""żółw 🐢""#), ("\u{2028}", "\"\u{2028}\""),
      ("</script>", #""</script>""#), ("\r\n", #""\u000d\n""#),
    ])
  func isEscaped(text: String, json: String) {
    #expect(written { $0.value(text) } == json)
  }

  @Test func everyScalarOfTheFirstThousandComesBack() throws {
    let text = String(
      String.UnicodeScalarView((0..<1_000).compactMap { Unicode.Scalar(UInt32($0)) }))
    let document = written { json in json.array { $0.value(text) } }
    let read = try JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String]
    #expect(read?.first?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
  }

  @Test(
    "a number is one that every reader takes",
    arguments: [
      (0.0, "0.0"), (1, "1.0"), (-2, "-2.0"), (0.82, "0.82"), (1e300, "1e+300"), (.nan, "null"),
      (.infinity, "null"), (-.infinity, "null"), (1e15, "1000000000000000.0"),
    ])
  func isANumber(number: Double, json: String) {
    #expect(written { $0.value(number) } == json)
  }

  @Test func membersAndElementsArePartedByCommas() {
    let document = written { json in
      json.object { json in
        json.member("a", 1)
        json.member("b", nil as String?)
        json.array("c") { json in
          json.value("x")
          json.object { _ in }
          json.array { _ in }
          json.value(true)
        }
        json.object("d") { $0.member("e", false) }
        json.member("f", 0.5)
      }
      json.newline()
      json.value(2 as Int?)
    }
    #expect(
      document
        == #"{"a":1,"b":null,"c":["x",{},[],true],"d":{"e":false},"f":0.5}"# + "\n2")
  }

  @Test func aDocumentHandedOutInPiecesIsWhole() {
    var json = JSONWriter()
    json.begin(UInt8(ascii: "["))
    json.value("a")
    let first = json.takeBytes()
    json.value("b")
    json.end(UInt8(ascii: "]"))
    #expect(String(decoding: first + json.bytes, as: UTF8.self) == #"["a","b"]"#)
  }
}

struct CSVFieldTests {
  @Test(
    "a field is quoted where RFC 4180 asks for it, and no spreadsheet runs it",
    arguments: [
      ("", ""), ("plain", "plain"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""),
      ("a\nb", "\"a\nb\""), ("a\r\nb", "\"a\r\nb\""), ("=1+1", "'=1+1"), ("+1", "'+1"),
      ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\t=1"), ("\r=1", "\"'\r=1\""),
      ("=a,b", "\"'=a,b\""), ("a=b", "a=b"), ("ż;ó", "ż;ó"),
    ])
  func isQuoted(text: String, field: String) {
    #expect(CSVField.quoted(text) == field)
  }
}
