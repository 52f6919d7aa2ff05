/// Non-negative matrix factorisation by coordinate descent (Cichocki and Phan 2009), from the start that Boutsidis and
/// Gallopoulos 2008 derive from the singular vectors (NNDSVD): no random numbers.
struct TopicFactors {
  private(set) var count: Int
  /// For each text the weight of each topic.
  private(set) var documents: [Float]
  /// For each term the weight in each topic.
  private(set) var terms: [Float]

  init(_ matrix: TermMatrix, count wanted: Int) {
    let start = SingularVectors(matrix, count: wanted)
    count = start.values.count
    documents = [Float](repeating: 0, count: matrix.rowCount * count)
    terms = [Float](repeating: 0, count: matrix.columnCount * count)
    begin(start)
    var first: Float = 0
    var product: [Float] = []
    for step in 0..<200 {
      product = [Float](repeating: 0, count: documents.count)
      matrix.multiply(terms, width: count, into: &product)
      var change = TopicFactors.update(&documents, product, gram: gram(terms), width: count)
      product = [Float](repeating: 0, count: terms.count)
      matrix.multiplyTransposed(documents, width: count, into: &product)
      change += TopicFactors.update(&terms, product, gram: gram(documents), width: count)
      if step == 0 { first = change }
      if change <= 1e-3 * first { break }
    }
  }

  /// The weight of each term in a topic.
  func weights(of topic: Int) -> [Float] {
    stride(from: topic, to: terms.count, by: max(1, count)).map { terms[$0] }
  }

  /// Keeps some of the topics, in this order.
  mutating func keep(_ topics: [Int]) {
    func picked(_ dense: [Float]) -> [Float] {
      (0..<dense.count / max(1, count)).flatMap { row in topics.map { dense[row * count + $0] } }
    }
    (documents, terms) = (picked(documents), picked(terms))
    count = topics.count
  }

  private mutating func begin(_ start: SingularVectors) {
    for k in 0..<count {
      let (u, v) = (start.left[k], start.right[k])
      func length(_ x: [Float], _ sign: Float) -> Float {
        x.reduce(0) { $0 + (($1 * sign > 0) ? $1 * $1 : 0) }.squareRoot()
      }
      let plus = length(u, 1) * length(v, 1)
      let minus = length(u, -1) * length(v, -1)
      let sign: Float = plus >= minus ? 1 : -1
      let (a, b) = (max(length(u, sign), 1e-12), max(length(v, sign), 1e-12))
      let scale = (start.values[k] * max(plus, minus)).squareRoot()
      for i in u.indices { documents[i * count + k] = max(0, u[i] * sign) / a * scale }
      for i in v.indices { terms[i * count + k] = max(0, v[i] * sign) / b * scale }
    }
  }

  private func gram(_ dense: [Float]) -> [Float] {
    var gram = [Float](repeating: 0, count: count * count)
    let count = count
    dense.withUnsafeBufferPointer { dense in
      gram.withUnsafeMutableBufferPointer { gram in
        for row in 0..<dense.count / count {
          for i in 0..<count {
            let x = dense[row * count + i]
            guard x != 0 else { continue }
            for j in 0..<count { gram[i * count + j] += x * dense[row * count + j] }
          }
        }
      }
    }
    return gram
  }

  /// One round over all numbers; returns how far they were from the best.
  private static func update(
    _ dense: inout [Float], _ product: [Float], gram: [Float], width: Int
  ) -> Float {
    var change: Float = 0
    let rows = dense.count / width
    dense.withUnsafeMutableBufferPointer { dense in
      product.withUnsafeBufferPointer { product in
        gram.withUnsafeBufferPointer { gram in
          for row in 0..<rows {
            let base = row * width
            for k in 0..<width {
              var slope = -product[base + k]
              for r in 0..<width { slope += gram[k * width + r] * dense[base + r] }
              let value = dense[base + k]
              change += abs(value == 0 ? min(0, slope) : slope)
              let steepness = gram[k * width + k]
              if steepness > 0 { dense[base + k] = max(0, value - slope / steepness) }
            }
          }
        }
      }
    }
    return change
  }
}
