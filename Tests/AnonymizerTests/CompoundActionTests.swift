import Anonymizer
import Testing

@Suite struct CompoundActionTests {
  @Test(arguments: ["X", "Z", "D", "K", "C", "U", "X/Z", "X/D", "Z/D", "X/Z/D", "X/Z/U*"])
  func `a compound action reads and prints as the table writes it`(text: String) throws {
    let action = try #require(CompoundAction(text))
    #expect(action.description == text)
    #expect(action.actions.count == text.split(separator: "/").count)
  }

  @Test(arguments: ["", "Q", "X/", "/X", "x", "X Z", "U*"])
  func `anything else is refused`(text: String) {
    #expect(CompoundAction(text) == nil)
  }

  @Test func `a single action is told apart from a choice`() {
    #expect(CompoundAction.remove.single == .remove)
    #expect(CompoundAction([.remove, .zero]).single == nil)
    #expect(Action.allCases.allSatisfy { CompoundAction($0).single == $0 })
  }
}
