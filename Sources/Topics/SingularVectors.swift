/// The leading singular vectors of a sparse matrix, by subspace iteration (Halko, Martinsson and Tropp 2011) from a fixed
/// start, so that the same matrix gives the same bits.
struct SingularVectors {
  /// The singular values, largest first.
  private(set) var values: [Float] = []
  /// One column for each value.
  private(set) var left: [[Float]] = []
  private(set) var right: [[Float]] = []

  init(_ matrix: TermMatrix, count: Int) {
    let width = min(count + 8, max(1, min(matrix.rowCount, matrix.columnCount)))
    var state: UInt64 = 0x9e37_79b9_7f4a_7c15
    var basis = (0..<matrix.columnCount * width).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Float(Int32(truncatingIfNeeded: state >> 33)) / Float(Int32.max) - 0.5
    }
    SingularVectors.orthonormalize(&basis, width: width)
    var image = [Float](repeating: 0, count: matrix.rowCount * width)
    for _ in 0..<7 {
      for index in image.indices { image[index] = 0 }
      matrix.multiply(basis, width: width, into: &image)
      SingularVectors.orthonormalize(&image, width: width)
      for index in basis.indices { basis[index] = 0 }
      matrix.multiplyTransposed(image, width: width, into: &basis)
      SingularVectors.orthonormalize(&basis, width: width)
    }
    for index in image.indices { image[index] = 0 }
    matrix.multiply(basis, width: width, into: &image)
    var gram = [Double](repeating: 0, count: width * width)
    for row in 0..<matrix.rowCount {
      for i in 0..<width {
        for j in i..<width {
          gram[i * width + j] += Double(image[row * width + i]) * Double(image[row * width + j])
        }
      }
    }
    for i in 0..<width { for j in 0..<i { gram[i * width + j] = gram[j * width + i] } }
    let (squares, vectors) = SymmetricMatrix.eigen(gram, size: width)
    for k in 0..<min(count, width) {
      let value = Float(max(0, squares[k]).squareRoot())
      values.append(value)
      left.append(
        SingularVectors.column(
          image, width, vectors, k, scale: 1 / max(value, .leastNormalMagnitude)))
      right.append(SingularVectors.column(basis, width, vectors, k, scale: 1))
    }
  }

  private static func column(
    _ dense: [Float], _ width: Int, _ vectors: [Double], _ k: Int, scale: Float
  ) -> [Float] {
    (0..<dense.count / width).map { row in
      var sum: Float = 0
      for i in 0..<width { sum += dense[row * width + i] * Float(vectors[i * width + k]) }
      return sum * scale
    }
  }

  /// Makes the columns orthonormal (Gram–Schmidt, twice, which is enough).
  private static func orthonormalize(_ dense: inout [Float], width: Int) {
    let rows = dense.count / width
    dense.withUnsafeMutableBufferPointer { dense in
      for k in 0..<width {
        for _ in 0..<2 {
          for j in 0..<k {
            var dot: Float = 0
            for row in 0..<rows { dot += dense[row * width + k] * dense[row * width + j] }
            for row in 0..<rows { dense[row * width + k] -= dot * dense[row * width + j] }
          }
        }
        var sum: Float = 0
        for row in 0..<rows { sum += dense[row * width + k] * dense[row * width + k] }
        let length = sum.squareRoot()
        let scale = length > 1e-12 ? 1 / length : 0
        for row in 0..<rows { dense[row * width + k] *= scale }
      }
    }
  }
}

/// Eigenvalues of small symmetric matrices by Jacobi rotations.
enum SymmetricMatrix {
  /// The eigenvalues, largest first, and the eigenvectors as columns.
  static func eigen(_ matrix: [Double], size: Int) -> (values: [Double], vectors: [Double]) {
    var a = matrix
    var v = [Double](repeating: 0, count: size * size)
    for i in 0..<size { v[i * size + i] = 1 }
    for _ in 0..<60 {
      var rest = 0.0
      for p in 0..<size {
        for q in (p + 1)..<max(size, p + 1) {
          let off = a[p * size + q]
          rest += off * off
          guard abs(off) > 1e-14 else { continue }
          let theta = (a[q * size + q] - a[p * size + p]) / (2 * off)
          let t = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
          let c = 1 / (t * t + 1).squareRoot()
          let s = t * c
          for k in 0..<size {
            let (x, y) = (a[k * size + p], a[k * size + q])
            a[k * size + p] = c * x - s * y
            a[k * size + q] = s * x + c * y
          }
          for k in 0..<size {
            let (x, y) = (a[p * size + k], a[q * size + k])
            a[p * size + k] = c * x - s * y
            a[q * size + k] = s * x + c * y
          }
          for k in 0..<size {
            let (x, y) = (v[k * size + p], v[k * size + q])
            v[k * size + p] = c * x - s * y
            v[k * size + q] = s * x + c * y
          }
        }
      }
      if rest < 1e-18 { break }
    }
    let order = (0..<size).sorted { (a[$1 * size + $1], $0) < (a[$0 * size + $0], $1) }
    var vectors = [Double](repeating: 0, count: size * size)
    for (k, from) in order.enumerated() {
      for i in 0..<size { vectors[i * size + k] = v[i * size + from] }
    }
    return (order.map { a[$0 * size + $0] }, vectors)
  }
}
