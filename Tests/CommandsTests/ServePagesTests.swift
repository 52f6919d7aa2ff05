import ArchiveQuery
import ArchiveStore
import Discussion
import Foundation
import TestSupport
import Testing
import WebReader

@testable import Commands

/// What a browser gets of an archive.
struct ServePagesTests {
  private static let hostile = "<script>alert(1)</script>\"'>\u{1b}[31m\u{202e}"

  private func pages(_ folder: ScratchFolder) async throws -> ServePages {
    var letter = Letter("a@example.org", day: 1, body: "A plan for \(Self.hostile) everybody.\n")
    letter.subject = "Plan \(Self.hostile)"
    letter.from = "\(Self.hostile) <ada@example.org>"
    let archive = try Archive()
    let reply = Letter(
      "b@example.org", day: 2, references: ["a@example.org"], body: "A good plan.\n")
    try await importAll([try folder.write("plans.mbox", [letter, reply].mbox)], into: archive)
    return try ServePages(archive, title: nil, addresses: false)
  }

  private func text(_ answer: WebAnswer) -> String { String(decoding: answer.bytes, as: UTF8.self) }

  @Test func everyPageIsHarmless() async throws {
    let folder = try ScratchFolder()
    let pages = try await pages(folder)
    let id = try #require(
      try pages.archive.threads(
        matching: .all, today: QueryText.today, order: .newest, limit: 1
      ).first?.id.text)
    let requests = [
      WebRequest(path: "/"), WebRequest(path: "/threads/\(id).html"),
      WebRequest(path: "/search", fields: ["q": "plan"]),
      WebRequest(path: "/search", fields: ["q": Self.hostile]),
      WebRequest(path: "/search", fields: ["q": "(\(Self.hostile)"]),
      WebRequest(path: "/threads/\(Self.hostile).html"), WebRequest(path: Self.hostile),
    ]
    for request in requests {
      let page = text(pages.answer(request))
      #expect(!page.contains("<script"))
      #expect(!page.unicodeScalars.contains { $0 == "\u{1b}" || $0 == "\u{202e}" })
      #expect(page.contains("Content-Security-Policy"))
      #expect(!page.contains("ada@example.org"))
    }
    #expect(pages.answer(requests[0]).status == 200)
    #expect(pages.answer(requests[1]).status == 200)
    #expect(pages.answer(requests[2]).status == 200)
    #expect(pages.answer(requests[4]).status == 400)
    #expect(pages.answer(requests[5]).status == 404)
    #expect(pages.answer(requests[6]).status == 404)
  }

  @Test func postsLeadToTheirPlaceInTheThread() async throws {
    let folder = try ScratchFolder()
    let pages = try await pages(folder)
    let thread = try #require(
      try pages.archive.threads(
        matching: .all, today: QueryText.today, order: .newest, limit: 1
      ).first?.id)
    let last = try #require(try pages.archive.thread(of: thread).last?.post.id.text)
    let answer = pages.answer(WebRequest(path: "/posts/\(last)"))
    #expect(answer.status == 302)
    #expect(answer.location == "/threads/\(thread.text).html#post-\(last)")
    #expect(
      pages.answer(WebRequest(path: "/threads/\(last).html")).location
        == "/threads/\(thread.text).html")
    let page = text(pages.answer(WebRequest(path: "/threads/\(thread.text).html")))
    #expect(page.contains("id=\"post-\(last)\""))
  }

  @Test func dataIsThatOfTheCommands() async throws {
    let folder = try ScratchFolder()
    let pages = try await pages(folder)
    func object(_ request: WebRequest) throws -> [String: Any] {
      let answer = pages.answer(request)
      #expect(answer.type == "application/json")
      return try #require(
        try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any])
    }
    let threads = try object(WebRequest(path: "/threads.json"))
    #expect((threads["threads"] as? [Any])?.count == 1)
    let found = try object(
      WebRequest(path: "/search.json", fields: ["q": "plan", "limit": "1", "offset": "1"]))
    #expect(found["posts"] as? Int == 2)
    #expect((found["hits"] as? [Any])?.count == 1)
    #expect(try object(WebRequest(path: "/search.json"))["error"] is String)
    #expect(try object(WebRequest(path: "/threads/none.json"))["error"] is String)
  }
}
