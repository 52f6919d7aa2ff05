import ArgumentParser
import Testing

@testable import Commands

struct CommandNameTests {
  @Test func everyCommandIsFoundByItsNamesAndNoOther() throws {
    var names: Set<String> = []
    for type in ThreshCommand.configuration.groupedSubcommands.flatMap(\.subcommands) {
      for name in [type._commandName] + type.configuration.aliases {
        #expect(names.insert(name).inserted)
        #expect(ThreshCommand.command(named: name) == type)
      }
    }
    #expect(names.contains("search") && names.contains("kwic"))
    for name in ["", "--help", "help", "thresh", "serch"] {
      #expect(ThreshCommand.command(named: name) == nil)
    }
  }
}
