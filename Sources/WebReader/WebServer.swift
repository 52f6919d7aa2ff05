internal import NIOCore
private import NIOHTTP1
private import NIOPosix

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
  /// Headers of more than 80 KB and connections that say nothing for 30 seconds are cut off.
  ///
  /// - Parameter ready: Called once with the port.
  /// - Throws: ``Failure``.
  public func run(ready: @escaping @Sendable (UInt16) async throws -> Void) async throws {
    let group = MultiThreadedEventLoopGroup.singleton
    let listener: NIOAsyncChannel<Connection, Never>
    do {
      listener = try await ServerBootstrap(group: group)
        .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
        .bind(host: "127.0.0.1", port: Int(port)) { channel in
          channel.eventLoop.makeCompletedFuture {
            let pipeline = channel.pipeline.syncOperations
            try pipeline.configureHTTPServerPipeline(withErrorHandling: true)
            try pipeline.addHandler(IdleStateHandler(allTimeout: .seconds(30)))
            try pipeline.addHandler(IdleClosing())
            return try Connection(wrappingChannelSynchronously: channel)
          }
        }
    } catch let error as IOError {
      throw error.errnoCode == EADDRINUSE ? Failure.portTaken(port) : Failure.other("\(error)")
    }
    let bound = UInt16(listener.channel.localAddress?.port ?? Int(port))
    try await withThrowingDiscardingTaskGroup { tasks in
      try await listener.executeThenClose { connections in
        try await ready(bound)
        for try await connection in connections {
          // A browser that hangs up in the middle is none of the server's trouble.
          tasks.addTask { try? await serve(connection, port: bound) }
        }
      }
    }
  }

  private typealias Connection = NIOAsyncChannel<HTTPServerRequestPart, HTTPServerResponsePart>

  /// Answers the requests of one connection in their order.
  private func serve(_ connection: Connection, port: UInt16) async throws {
    try await connection.executeThenClose { inbound, outbound in
      var head: HTTPRequestHead?
      for try await part in inbound {
        switch part {
        case .head(let found): head = found
        case .body: break
        case .end:
          guard let asked = head else { return }
          head = nil
          let given = await answer(asked, port: port)
          try await outbound.write(contentsOf: WebServer.parts(of: given, to: asked))
          if !asked.isKeepAlive { return }
        }
      }
    }
  }

  private func answer(_ head: HTTPRequestHead, port: UInt16) async -> WebAnswer {
    let asked = WebRequest(
      method: head.method.rawValue, target: head.uri, host: head.headers.first(name: "Host"))
    if let refusal = asked.refusal(port: port) { return refusal }
    return await answer(asked)
  }

  private static func parts(
    of answer: WebAnswer, to request: HTTPRequestHead
  ) -> [HTTPServerResponsePart] {
    var headers = HTTPHeaders(answer.headers)
    headers.add(name: "Content-Length", value: String(answer.bytes.count))
    if !request.isKeepAlive { headers.add(name: "Connection", value: "close") }
    let head = HTTPResponseHead(
      version: request.version, status: HTTPResponseStatus(statusCode: answer.status),
      headers: headers)
    let body =
      request.method == .HEAD
      ? [] : [HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(bytes: answer.bytes)))]
    return [.head(head)] + body + [.end(nil)]
  }
}

/// Closes connections on which nothing happens.
private final class IdleClosing: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event is IdleStateHandler.IdleStateEvent {
      context.close(promise: nil)
    } else {
      context.fireUserInboundEventTriggered(event)
    }
  }
}
