import Commands

@main
struct Main {
  @MainActor
  static func main() async {
    await CommandLineTool.main()
  }
}
