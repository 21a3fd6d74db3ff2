import GraphModel
import LanguageSupport

/// Stub files beside sources (PEP 484): what they say about types holds for the functions of the source.
extension Analysis {
  /// Gives functions without annotations those of the function of the same name in a stub of the same module.
  mutating func applyInterfaces() {
    for module in world.modules where module.structure >= 0 && module.files.count > 1 {
      let stubs = module.files.filter { isInterface($0) }
      let sources = module.files.filter { !isInterface($0) }
      guard let stub = stubs.first, let source = sources.first else { continue }
      let written = functionsByPath(stub)
      for (path, number) in functionsByPath(source).sorted(by: { $0.value < $1.value }) {
        if let declared = written[path] { adopt(number, declared) }
      }
    }
  }

  private func isInterface(_ file: Int) -> Bool {
    let program = world.files[file].programFile
    return program >= 0 && world.program.files[program].path.lastComponent.display.hasSuffix(".pyi")
  }

  private func functionsByPath(_ file: Int) -> [String: Int32] {
    let source = world.files[file]
    var result: [String: Int32] = [:]
    for index in source.facts.definitions.indices {
      let number = functionOfDefinition[Int(source.definitionBase) + index]
      guard number >= 0 else { continue }
      var path = ""
      var current = DefinitionIndex(index)
      while current >= 0 {
        path += "." + source.facts.names.string(source.facts.definitions[Int(current)].name)
        current = source.facts.definitions[Int(current)].parent
      }
      result[path] = number
    }
    return result
  }

  private mutating func adopt(_ number: Int32, _ declared: Int32) {
    let stub = functions[Int(declared)]
    if functions[Int(number)].returnType < 0 { functions[Int(number)].returnType = stub.returnType }
    let own = functions[Int(number)]
    for index in own.firstParameter..<own.firstParameter + own.parameterCount where parameters[index].type < 0 {
      let match = (stub.firstParameter..<stub.firstParameter + stub.parameterCount).first {
        parameters[$0].name == parameters[index].name
      }
      guard let match, parameters[match].type >= 0 else { continue }
      parameters[index].type = parameters[match].type
      constrain(parameters[index].type, .instantiate, parameters[index].slot)
    }
  }
}
