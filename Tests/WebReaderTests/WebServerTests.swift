import Foundation
import Testing

@testable import WebReader

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The server over a real socket.
struct WebServerTests {
  @Test func servesOnThisMachineAlone() async throws {
    let server = WebServer(port: 0) { request in .plain(200, "you asked for \(request.path)") }
    try await withThrowingTaskGroup(of: Void.self) { group in
      let (ports, continuation) = AsyncStream.makeStream(of: UInt16.self)
      group.addTask { try? await server.run { continuation.yield($0) } }
      var port: UInt16 = 0
      for await found in ports {
        port = found
        break
      }
      let address = try #require(URL(string: "http://127.0.0.1:\(port)/threads/x"))
      let (data, response) = try await URLSession.shared.data(from: address)
      let answer = try #require(response as? HTTPURLResponse)
      #expect(answer.statusCode == 200)
      #expect(String(decoding: data, as: UTF8.self) == "you asked for /threads/x")
      #expect(answer.value(forHTTPHeaderField: "X-Content-Type-Options") == "nosniff")
      // The port is taken now.
      await #expect(throws: WebServer.Failure.portTaken(port)) {
        try await WebServer(port: port) { _ in .plain(200, "") }.run { _ in }
      }
      group.cancelAll()
    }
  }
}
