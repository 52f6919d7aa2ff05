import Testing

@testable import WebReader

/// What the web reader answers, and what it refuses.
struct WebRequestTests {
  @Test(
    arguments: [
      ("GET", "127.0.0.1:8033", nil), ("HEAD", "localhost:8033", nil), ("GET", "LOCALHOST", nil),
      ("GET", "evil.example.org", 421), ("GET", "evil.example.org:8033", 421),
      ("GET", "127.0.0.1:80", 421), ("GET", "127.0.0.1.evil.example.org:8033", 421),
      ("GET", nil, 421), ("POST", "127.0.0.1:8033", 405), ("DELETE", "localhost:8033", 405),
    ] as [(String, String?, Int?)])
  func answersItsOwnNameAlone(method: String, host: String?, status: Int?) {
    let request = WebRequest(method: method, path: "/", host: host)
    #expect(request.refusal(port: 8033)?.status == status)
  }

  @Test func takesTargetsApart() {
    let request = WebRequest(
      method: "GET", target: "/a%2Fb/%C3%A9?q=caf%C3%A9+noir%2B&page=3&q=again&x&%zz=%4", host: nil)
    #expect(request.path == "/a/b/é")
    #expect(request.fields == ["q": "café noir+", "page": "3", "x": "", "%zz": "%4"])
    #expect(request.number("page") == 3)
    #expect(request.number("q") == nil)
    #expect(WebRequest(method: "GET", target: "/%ff", host: nil).path == "/\u{fffd}")
    #expect(WebRequest(path: "/", fields: ["page": "-1"]).number("page") == nil)
    #expect(WebRequest(path: "/", fields: ["page": "99999999999"]).number("page") == nil)
  }

  @Test(arguments: [
    "//evil.example.org/", "https://evil.example.org/", "/a\r\nSet-Cookie: x=1", "/a b", "",
  ]) func leadsNowhereElse(location: String) {
    let answer = WebAnswer.moved(to: location)
    #expect(answer.status == 404)
    #expect(answer.location == nil)
  }

  @Test func everyAnswerKeepsScriptsAndFramesOut() {
    for answer in [WebAnswer.page([]), .json([]), .plain(404, ""), .moved(to: "/posts/a#b")] {
      let headers = Dictionary(answer.headers.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
      #expect(headers["Content-Security-Policy"]?.contains("default-src 'none'") == true)
      #expect(headers["Content-Security-Policy"]?.contains("frame-ancestors 'none'") == true)
      #expect(headers["X-Content-Type-Options"] == "nosniff")
      #expect(headers["Cross-Origin-Resource-Policy"] == "same-origin")
    }
  }
}
