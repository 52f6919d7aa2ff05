internal import Discussion

/// The words of a thread, numbered: what its passages say, who said a run of words first, and who quotes whom.
///
/// A quotation belongs to the post that wrote most of its runs of five words, whatever the line above it says: people
/// quote quotations, and attributions name whom the author thought they quoted.
struct ThreadWords {
  /// A passage by its place.
  struct Place: Hashable {
    var post: Int
    var unit: Int
  }

  /// For each post, for each of its units, the numbers of its words in order.
  private(set) var sequences: [[[Int]]] = []
  /// How many passages have each word.
  private(set) var frequencies: [Int] = []
  /// For each post, for each of its parts that is a quotation whose words somebody wrote here, that post.
  private(set) var origins: [[Int: Int]] = []
  /// For each post, for each of its parts that is such a quotation, the passage that most of its words come from.
  private(set) var quotedPlaces: [[Int: Place]] = []
  /// For each passage how many posts quote words of it.
  private(set) var quotedCounts: [Place: Int] = [:]

  /// - Parameters:
  ///   - bodies: The posts in reply order.
  ///   - parents: For each post the one it answers.
  ///   - ages: The place of each post in time.
  /// - Complexity: Linear in the words of the thread.
  init(_ bodies: [PostBody], parents: [Int?], ages: [Int]) {
    var numbers: [String: Int] = [:]
    for body in bodies {
      sequences.append(
        body.units.map { unit in
          let sequence = unit.words.map { word in
            if let number = numbers[word] { return number }
            numbers[word] = numbers.count
            frequencies.append(0)
            return numbers.count - 1
          }
          for word in Set(sequence) { frequencies[word] += 1 }
          return sequence
        })
    }
    findOrigins(bodies, parents: parents, ages: ages, numbers: numbers)
  }

  private mutating func findOrigins(
    _ bodies: [PostBody], parents: [Int?], ages: [Int], numbers: [String: Int]
  ) {
    // Whoever wrote five words in a row first said them; the units of a post follow one another.
    var first: [UInt64: Place] = [:]
    for post in bodies.indices.sorted(by: { (ages[$0], $0) < (ages[$1], $1) }) {
      for (unit, sequence) in sequences[post].enumerated() {
        for start in sequence.indices.dropLast(4) {
          let run = ThreadWords.run(sequence[start..<(start + 5)])
          if first[run] == nil { first[run] = Place(post: post, unit: unit) }
        }
      }
    }
    for (post, body) in bodies.enumerated() {
      var found: [Int: Int] = [:]
      var places: [Int: Place] = [:]
      var quoted: Set<Place> = []
      for (part, content) in body.parts.enumerated() {
        guard case .quotation(let quotation) = content else { continue }
        let sequence = PassageVocabulary.words(of: quotation.text).map { numbers[$0] ?? -1 }
        var votes: [Int: Int] = [:]
        var unitVotes: [Place: Int] = [:]
        for start in sequence.indices.dropLast(4) {
          guard let place = first[ThreadWords.run(sequence[start..<(start + 5)])],
            place.post != post
          else { continue }
          votes[place.post, default: 0] += 1
          unitVotes[place, default: 0] += 1
          quoted.insert(place)
        }
        let parent = parents[post]
        let best = votes.max { one, other in
          one.value != other.value
            ? one.value < other.value
            : (one.key == parent ? 1 : 0, other.key) < (other.key == parent ? 1 : 0, one.key)
        }
        if let best {
          found[part] = best.key
          places[part] =
            unitVotes.filter { $0.key.post == best.key }
            .min { ($1.value, $0.key.unit) < ($0.value, $1.key.unit) }?.key
        } else if let parent, (1...4).contains(sequence.count), sequences.indices.contains(parent),
          sequences[parent].contains(where: { ThreadWords.holds($0, sequence[...]) })
        {
          // Too short for a run of five: the post that is answered has just these words.
          found[part] = parent
        }
      }
      origins.append(found)
      quotedPlaces.append(places)
      for place in quoted { quotedCounts[place, default: 0] += 1 }
    }
  }

  private static func holds(_ words: [Int], _ wanted: ArraySlice<Int>) -> Bool {
    guard wanted.count <= words.count else { return false }
    return (0...(words.count - wanted.count)).contains { start in
      words[start..<(start + wanted.count)].elementsEqual(wanted)
    }
  }

  /// One number for words in a row (FNV-1a over their numbers).
  private static func run(_ words: ArraySlice<Int>) -> UInt64 {
    words.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64(truncatingIfNeeded: $1)) &* 0x100_0000_01B3 }
  }
}
