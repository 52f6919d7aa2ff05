private import FlyingFox
private import FlyingSocks
private import Foundation

/// A web server that this machine alone can reach.
public struct WebServer: Sendable {
  private let port: UInt16
  private let answer: @Sendable (WebRequest) async -> WebAnswer

  /// Why a server cannot start.
  public enum Failure: Error, Hashable {
    /// Another program has the port.
    case portTaken(UInt16)
    /// Something else, in words.
    case other(String)
  }

  /// A server that does not listen yet.
  ///
  /// - Parameters:
  ///   - port: Where to listen; 0 for any port that is free.
  ///   - answer: Answers requests that were not refused; several may be under way at once.
  public init(port: UInt16, answer: @escaping @Sendable (WebRequest) async -> WebAnswer) {
    self.port = port
    self.answer = answer
  }

  /// Listens on 127.0.0.1 until the task is cancelled.
  ///
  /// - Parameter ready: Called once with the port.
  /// - Throws: ``Failure``.
  public func run(ready: @escaping @Sendable (UInt16) async throws -> Void) async throws {
    let bound = BoundPort()
    let answer = answer
    let server = HTTPServer(
      address: try sockaddr_in.inet(ip4: "127.0.0.1", port: port), timeout: 30, logger: .disabled,
      handler: ClosureHTTPHandler { request in
        let asked = WebRequest(
          method: request.method.rawValue, target: request.target.rawValue,
          host: request.headers[.host])
        let given: WebAnswer
        if let refusal = asked.refusal(port: await bound.port) {
          given = refusal
        } else {
          given = await answer(asked)
        }
        var headers = HTTPHeaders()
        for (name, value) in given.headers { headers[HTTPHeader(name)] = value }
        return HTTPResponse(
          statusCode: HTTPStatusCode(given.status, phrase: WebServer.phrase(given.status)),
          headers: headers, body: Data(given.bytes))
      })
    do {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await server.run() }
        group.addTask {
          try await server.waitUntilListening()
          guard case .ip4(_, let port) = await server.listeningAddress else { return }
          await bound.set(port)
          try await ready(port)
        }
        while try await group.next() != nil {}
      }
    } catch let error as SocketError {
      if case .failed(_, EADDRINUSE, _) = error { throw Failure.portTaken(port) }
      throw Failure.other("\(error)")
    }
  }

  private static func phrase(_ status: Int) -> String {
    switch status {
    case 200: "OK"
    case 302: "Found"
    case 400: "Bad Request"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 421: "Misdirected Request"
    default: "Error"
    }
  }
}

/// The port that the system gave.
private actor BoundPort {
  private(set) var port: UInt16 = 0

  func set(_ port: UInt16) { self.port = port }
}
