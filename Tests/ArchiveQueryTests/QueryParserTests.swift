import ArchiveQuery
import Testing

@Suite struct QueryParserTests {
  @Test(arguments: readings)
  func readsWhatPeopleType(query: String, tree: String) throws {
    #expect(try QueryExpression(parsing: query).sketch == tree)
  }

  @Test(arguments: readings)
  func printsAFormThatParsesToTheSame(query: String, tree: String) throws {
    let expression = try QueryExpression(parsing: query)
    let printed = expression.description
    #expect(try QueryExpression(parsing: printed) == expression, "\(printed)")
    #expect(try QueryExpression(parsing: printed).description == printed)
  }

  @Test(arguments: mistakes)
  func pointsAtMistakes(
    query: String, offset: Int, problem: QuerySyntaxError.Problem, hint: String?
  ) {
    let error = #expect(throws: QuerySyntaxError.self) { _ = try QueryExpression(parsing: query) }
    #expect(error?.offset == offset)
    #expect(error?.problem == problem)
    if let hint { #expect(error?.hint?.contains(hint) == true, "\(error?.hint ?? "no hint")") }
    #expect(error?.message.isEmpty == false)
  }

  @Test func everyFieldIsInTheTableOnceAndItsExampleParses() throws {
    #expect(Set(QueryField.all.map(\.name)) == Set(FieldName.allCases))
    #expect(QueryField.all.count == FieldName.allCases.count)
    for field in QueryField.all {
      #expect(throws: Never.self) { _ = try QueryExpression(parsing: field.example) }
      #expect(field.example.contains("\(field.name.rawValue):"))
      #expect(!field.help.isEmpty && !field.help.hasSuffix("."))
      #expect(QueryField(field.name) == field)
    }
  }

  @Test func everyFieldCanBeNegated() throws {
    for field in QueryField.all {
      let plain = try QueryExpression(parsing: field.example)
      #expect(try QueryExpression(parsing: "-" + field.example) == .not(plain))
      #expect(try QueryExpression(parsing: "NOT " + field.example) == .not(plain))
    }
  }

  @Test func everyChoiceParses() throws {
    for field in QueryField.all {
      switch field.takes {
      case .choice(let words):
        for word in words {
          let read = try QueryExpression(parsing: "\(field.name.rawValue):\(word)")
          #expect(read == .value(.exact(word), in: field.name))
        }
      case .state(let states):
        for state in states { #expect(state.field == field.name) }
      default: break
      }
    }
    #expect(QueryState.allCases.count == 9)
  }

  @Test func marksThePlaceUnderTheQuery() {
    let error = QuerySyntaxError(at: 3, .unclosedQuotation)
    #expect(error.marked(in: "a\u{7}検\"x") == "a 検\"x\n    ^")
  }
}

@Suite struct QueryLimitTests {
  @Test(arguments: [
    (String(repeating: "(", count: 5_000), 32, QuerySyntaxError.Problem.tooDeep),
    (String(repeating: "(a ", count: 2_000), 96, .tooDeep),
    (String(repeating: "NOT ", count: 2_000) + "a", 0, .tooDeep),
    (String(repeating: "thread:{", count: 1_000), 263, .tooDeep),
    (String(repeating: "a ", count: 4_000), 512, .tooManyTerms),
    (String(repeating: "a", count: 8_193), 8_192, .tooLong),
    (String(repeating: "a ", count: 4_000_000), 8_192, .tooLong),
  ])
  func refusesHugeQueries(query: String, offset: Int, problem: QuerySyntaxError.Problem) {
    #expect(throws: QuerySyntaxError(at: offset, problem)) {
      _ = try QueryExpression(parsing: query)
    }
  }

  @Test func allowsWhatLiesAtTheLimit() throws {
    let deep = String(repeating: "(", count: 32) + "a" + String(repeating: ")", count: 32)
    #expect(try QueryExpression(parsing: deep) == .text(.word("a"), in: nil))
    let many = Array(repeating: "a", count: 256).joined(separator: " OR ")
    guard case .or(let operands) = try QueryExpression(parsing: many) else {
      Issue.record("no alternatives")
      return
    }
    #expect(operands.count == 256)
    #expect(throws: Never.self) {
      _ = try QueryExpression(parsing: String(repeating: "é", count: 8_192))
    }
  }
}
