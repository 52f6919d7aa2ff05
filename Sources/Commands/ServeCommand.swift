internal import ArchiveStore
internal import ArgumentParser
internal import Exports
internal import WebReader

/// `thresh serve`.
struct ServeCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Lets a browser on this machine read and search the archive.",
    discussion: """
      Examples:
        thresh serve
        thresh serve --port 9000 --archive lists.thresh

      Pages need no script. Each has a twin in JSON: /threads.json?q=QUERY, /search.json?q=QUERY, /threads/ID.json. Only this \
      machine can reach it, at 127.0.0.1, and nothing can be changed through it. Ctrl-C ends it.
      """)

  @OptionGroup var reading: ReadingOptions

  @Option(help: ArgumentHelp("The port; 0 takes any that is free.", valueName: "port"))
  var port: UInt16 = 8033

  @Option(help: ArgumentHelp("What the archive is called; else its venues.", valueName: "text"))
  var title: String?

  @Flag(help: "Show mail addresses as they are.")
  var addresses = false

  func perform() async throws {
    let pages = try ServePages(try await reading.open(), title: title, addresses: addresses)
    let server = WebServer(port: port) { request in pages.answer(request) }
    let (isData, isQuiet) = (reading.global.json, reading.global.quiet)
    do {
      try await server.run { port in
        let address = "http://127.0.0.1:\(port)/"
        if isData {
          var json = JSONWriter()
          json.object { json in
            json.member("format", 1)
            json.member("address", address)
          }
          json.newline()
          try StandardOutput.shared.write(bytes: json.bytes)
          try StandardOutput.shared.flush()
        } else if !isQuiet {
          StandardError.write("Read at \(address) — Ctrl-C ends it.\n")
        }
      }
    } catch WebServer.Failure.portTaken(let port) {
      throw Failure(
        message: "port \(port) is taken by another program",
        hint: "`thresh serve --port 0` takes any that is free")
    } catch WebServer.Failure.other(let message) {
      throw Failure(message: SafeText.line(message))
    }
  }
}
