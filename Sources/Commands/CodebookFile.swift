internal import Topics

/// A codebook as a file, or one that comes with Thresh.
struct CodebookFile {
  /// What it is known by: its title, else its name.
  var title: String
  var codebook: Codebook
  /// Its text as YAML.
  var yaml: String

  /// Reads one.
  ///
  /// - Parameter path: A file, `-`, or the name of one that comes with Thresh where there is no such file.
  /// - Throws: ``Failure`` that names the line.
  static func read(_ path: String) throws -> CodebookFile {
    if let starter = StarterCodebooks.all[path], !InputText.exists(path) {
      return try CodebookFile(text: starter, path: path)
    }
    guard path == "-" || InputText.exists(path) else {
      let names = StarterCodebooks.all.keys.sorted().joined(separator: ", ")
      throw Failure(
        message: "\(SafeText.line(path)): there is no such file",
        hint: "codebooks that come with Thresh: \(names)")
    }
    let bytes = try InputText.read(path)
    guard Codebook.isXML(bytes) else {
      return try CodebookFile(text: String(decoding: bytes, as: UTF8.self), path: path)
    }
    do throws(CodebookError) {
      let codebook = try Codebook(qdc: bytes)
      return CodebookFile(codebook, yaml: codebook.yaml, path: path)
    } catch {
      throw Failure(
        message: "\(SafeText.line(path)):\(error.line): \(SafeText.line(error.message))")
    }
  }

  private init(_ codebook: Codebook, yaml: String, path: String) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    title =
      codebook.title ?? name.split(separator: ".").first.map(String.init) ?? name
    self.codebook = codebook
    self.yaml = yaml
  }

  private init(text: String, path: String) throws {
    do throws(CodebookError) {
      self.init(try Codebook(yaml: text), yaml: text, path: path)
    } catch {
      throw Failure(
        message: "\(SafeText.line(path)):\(error.line): \(SafeText.line(error.message))",
        hint:
          "topics: - id: scale, name: Scale, terms: [scale, \"two words\", begin*, /expression/]")
    }
  }
}
