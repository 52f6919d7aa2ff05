package import Discussion

/// Somebody who took part in a discussion, as whom a post may speak to.
package struct Participant: Sendable {
  /// The id of the person.
  package var person: String
  /// The name that they show there.
  package var shown: String
  /// The names by which they may be called: as shown, and the part of the address before `@`.
  package var names: [PersonName]
  /// Whether they show a handle, or nothing but an address.
  package var isHandle: Bool

  /// Somebody, by what a post shows of them.
  package init(person: String, author: Author) {
    self.person = person
    shown = author.shown
    let name = author.name.map { PersonName($0) }
    let local = author.address.map { PersonName($0) }
    names = [name, local].compactMap(\.self).filter { !$0.words.isEmpty }
    isHandle = name?.isHandle ?? true
  }
}

/// Finds who is meant by the name that a post calls.
package enum AddresseeFinder {
  /// The person that a post speaks to.
  ///
  /// - Parameters:
  ///   - calls: The names that its text calls, in order.
  ///   - own: The person who wrote it; nobody greets themselves.
  ///   - parent: The author of the post that it answers.
  ///   - others: Who wrote in the thread before, the latest first; the parent's author may be among them.
  /// - Returns: nil where the text speaks to nobody, or where what stands there may well be no name.
  package static func addressee(
    _ calls: [NameInText], own: String?, parent: Participant?, others: [Participant]
  ) -> Addressee? {
    guard let call = calls.first(where: { $0.role == .called && $0.isFirst }) else { return nil }
    let name = PersonName(call.name)
    guard !name.words.isEmpty else { return nil }
    var best: (participant: Participant, fit: Fit)?
    for participant in [parent].compactMap(\.self) + others where participant.person != own {
      // Of equal fits the parent's author comes first, then who wrote last.
      guard let fit = fit(of: name, to: participant), fit.value > (best?.fit.value ?? 0) else {
        continue
      }
      best = (participant, fit)
    }
    func found(_ participant: Participant?, _ basis: Addressee.Basis, _ confidence: Double)
      -> Addressee
    {
      Addressee(
        name: call.name, person: participant?.person, shown: participant?.shown, basis: basis,
        confidence: confidence, range: call.range)
    }
    if let best {
      let isParent = best.participant.person == parent?.person
      return found(
        best.participant, best.fit.basis, isParent ? best.fit.sure : best.fit.sure - 0.1)
    }
    // A name that fits nobody means the only one who shows none, where that is who is answered.
    let isOneWord = name.words.count == 1 && !name.isHandle && call.name.first?.isUppercase == true
    let handles = Set(others.filter { $0.isHandle && $0.person != own }.map(\.person))
    if isOneWord, let parent, parent.isHandle, parent.person != own,
      handles.subtracting([parent.person]).isEmpty
    {
      return found(parent, .elimination, call.isMarked ? 0.8 : 0.7)
    }
    guard call.isMarked, isOneWord || name.words.count > 1 else { return nil }
    return found(nil, .unknown, 0.5)
  }

  private struct Fit {
    var value: Double
    var basis: Addressee.Basis
    var sure: Double
  }

  private static func fit(of called: PersonName, to participant: Participant) -> Fit? {
    var best: Fit?
    for (index, name) in participant.names.enumerated() {
      // The address is a weaker witness than the name.
      let share = index == 0 ? 1.0 : 0.9
      var fit: Fit?
      switch name.fit(called: called) {
      case 0.95...: fit = Fit(value: 1, basis: .name, sure: 0.98)
      case 0.82...: fit = Fit(value: 0.85, basis: .nickname, sure: 0.9)
      case 0.01...: fit = Fit(value: 0.7, basis: .spelling, sure: 0.85)
      default:
        if called.words.count == 1, let first = name.words.first,
          Nicknames.join(called.words[0], first)
        {
          fit = Fit(value: 0.8, basis: .nickname, sure: 0.9)
        }
      }
      guard var fit else { continue }
      fit.value *= share
      fit.sure *= share
      if fit.value > (best?.value ?? 0) { best = fit }
    }
    return best
  }
}
