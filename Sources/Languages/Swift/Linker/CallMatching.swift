import GraphModel
import LanguageSupport

/// An argument of a call.
struct Argument {
  /// The empty name for none.
  var label: Name
  var node: TreeID
  var isTrailing: Bool
}

/// A candidate whose labels fit a call.
struct Match {
  /// What an argument costs that certainly does not fit.
  static let misfit = -10_000

  var member: Member
  var signature: Signature
  /// For each argument its parameter.
  var mapping: [Int]
  var score = 0
  /// The type that is made, for constructor calls.
  var made = TypeID.unknown
  /// What the call names for that type: the type itself, an alias, an associated type.
  var named: DeclID = -1
  /// A synthesised initializer: the target is the type.
  var isSynthesised = false
}

/// Which parameters arguments are for.
extension SwiftModel {
  mutating func arguments(of call: TreeID, skippingFirst: Bool) -> [Argument] {
    var result: [Argument] = []
    for (place, node) in children(call).enumerated() {
      if skippingFirst && place == 0 { continue }
      if kind(node) == .argument {
        result.append(
          Argument(
            label: nodes[Int(node)].name, node: firstChild(node), isTrailing: nodes[Int(node)].value == 1))
      } else if kind(node).isExpression {
        result.append(Argument(label: words.empty, node: node, isTrailing: false))
      }
    }
    for place in result.indices where result[place].label == words.underscore {
      result[place].label = words.empty
    }
    return result
  }

  /// For each argument the index of its parameter, nil if labels or numbers do not fit; and how many parameters
  /// take their default.
  func match(_ arguments: [Argument], _ parameters: [Signature.Parameter]) -> (mapping: [Int], unused: Int)? {
    var mapping: [Int] = []
    mapping.reserveCapacity(arguments.count)
    var place = 0
    var isOpenVariadic = false
    var unused = 0
    for (index, argument) in arguments.enumerated() {
      if argument.isTrailing && argument.label == words.empty {
        guard let found = closureParameter(from: place, parameters, isLast: index == arguments.count - 1)
        else { return nil }
        unused += found - place
        mapping.append(found)
        place = found + 1
        isOpenVariadic = false
        continue
      }
      while true {
        guard place < parameters.count else { return nil }
        let parameter = parameters[place]
        let isVariadic = parameter.traits.contains(.isVariadic)
        if isVariadic && isOpenVariadic {
          if argument.label == words.empty {
            mapping.append(place)
            break
          }
          isOpenVariadic = false
          place += 1
          continue
        }
        if argument.label == parameter.label {
          mapping.append(place)
          if isVariadic { isOpenVariadic = true } else { place += 1 }
          break
        }
        guard isVariadic || parameter.traits.contains(.hasDefault) else { return nil }
        unused += 1
        place += 1
      }
    }
    if isOpenVariadic { place += 1 }
    while place < parameters.count {
      let traits = parameters[place].traits
      guard traits.contains(.hasDefault) || traits.contains(.isVariadic) else { return nil }
      unused += 1
      place += 1
    }
    return (mapping, unused)
  }

  /// The parameter that an unlabelled trailing closure is for: the next that can take a closure, past those
  /// with defaults; one without a default is preferred if the closure is the last argument.
  private func closureParameter(
    from start: Int, _ parameters: [Signature.Parameter], isLast: Bool
  ) -> Int? {
    var first: Int?
    var place = start
    while place < parameters.count {
      let parameter = parameters[place]
      let mayBeLeft = parameter.traits.contains(.hasDefault) || parameter.traits.contains(.isVariadic)
      if takesClosure(parameter.type) {
        if !mayBeLeft { return place }
        first = first ?? place
        if !isLast { return place }
      } else if !mayBeLeft {
        return first
      }
      place += 1
    }
    return first
  }

  func takesClosure(_ type: TypeID) -> Bool {
    switch types.shape(type) {
    case .function, .unknown, .outside, .parameter, .associated: true
    case .nominal:
      isOptional(type)
        ? takesClosure(types.argument(type, 0)) : declarations[Int(types.head(type))].kind == .external
    default: false
    }
  }
}
