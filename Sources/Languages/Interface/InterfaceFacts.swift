import GraphModel
import LanguageSupport
import Markup

/// Collects the references of one file.
struct InterfaceFacts {
  /// The words in ``Reference/detail``.
  enum Detail {
    /// A property that an outlet or a runtime attribute sets. The receiver is the class.
    static let outlet = "outlet"
    /// A method that an action calls, by its selector. The receiver is the class, if the file says which.
    static let action = "action"
  }

  /// An object that an interface file declares.
  private struct Element {
    /// Its class, as an index into the references, or -1.
    var classReference: ReferenceIndex
    var name: String
  }

  private struct Connection {
    var name: String
    var offset: Int
    var detail: String
    /// The class that declares it, or the identifier of the object that has it.
    var owner: ReferenceIndex
    var destination: String?
  }

  private(set) var facts: FileFacts
  private var open: [Element] = []
  private var classOfObject: [String: ReferenceIndex] = [:]
  private var connections: [Connection] = []
  /// In a property list: the key whose value comes, and the text of the element that is open.
  private var key = ""
  private var text = ""
  private var textStart = 0

  init(lines: LineTable) { facts = FileFacts(lines: lines) }

  mutating func add(_ event: HTMLEvent) {
    switch event {
    case .open(let tag):
      text = ""
      textStart = tag.end + 1
      addObject(tag)
      addConnection(tag)
    case .text(let bytes, let offset):
      if text.isEmpty { textStart = offset }
      text += String(decoding: bytes, as: UTF8.self)
    case .close(let name, _):
      _ = open.popLast()
      if name == "key" { key = text }
      if name == "string" { addClassName() }
      text = ""
    }
  }

  /// The facts, once all events came.
  consuming func finished(isWellFormed: Bool) -> FileFacts {
    facts.parseErrors = isWellFormed ? 0 : 1
    for connection in connections {
      var owner = connection.owner
      if let destination = connection.destination {
        // What is sent to the first responder may land anywhere; an object of a standard class declares nothing here.
        guard let known = classOfObject[destination] else { continue }
        owner = known
      }
      addReference(
        connection.name, at: connection.offset, role: .read, receiver: owner, detail: connection.detail)
    }
    return facts
  }

  // MARK: Interface Builder

  private mutating func addObject(_ tag: HTMLTag) {
    var reference: ReferenceIndex = -1
    if let name = tag.attribute("customClass") {
      let module = tag.attribute("customModule")?.value ?? ""
      reference = addClass(name.value, at: name.offset, module: module)
    }
    open.append(Element(classReference: reference, name: tag.name))
    guard let id = tag.attribute("id")?.value else { return }
    if tag.attribute("placeholderIdentifier")?.value == "IBFirstResponder" {
      classOfObject[id] = Reference.Receiver.none
    } else if reference >= 0 {
      classOfObject[id] = reference
    }
  }

  private mutating func addConnection(_ tag: HTMLTag) {
    switch tag.name {
    case "outlet", "outletCollection":
      guard let name = tag.attribute("property"), let owner = enclosingClass() else { return }
      connections.append(
        Connection(name: name.value, offset: name.offset, detail: Detail.outlet, owner: owner))
    case "userDefinedRuntimeAttribute":
      guard let path = tag.attribute("keyPath"), let owner = enclosingClass() else { return }
      let first = String(path.value.prefix { $0 != "." })
      connections.append(Connection(name: first, offset: path.offset, detail: Detail.outlet, owner: owner))
    case "action":
      guard let selector = tag.attribute("selector") else { return }
      // In a macOS file the target is the destination, too; `target` is the first responder's way to say it.
      let destination = tag.attribute("target")?.value ?? tag.attribute("destination")?.value
      connections.append(
        Connection(
          name: selector.value, offset: selector.offset, detail: Detail.action,
          owner: Reference.Receiver.none, destination: destination))
    case "segue":
      guard let selector = tag.attribute("unwindAction") else { return }
      connections.append(
        Connection(
          name: selector.value, offset: selector.offset, detail: Detail.action,
          owner: Reference.Receiver.none))
    default: break
    }
  }

  /// The class of the object whose connections are open: the parent of `connections`.
  private func enclosingClass() -> ReferenceIndex? {
    guard let place = open.lastIndex(where: { Self.groups.contains($0.name) }), place > 0 else { return nil }
    let reference = open[place - 1].classReference
    return reference >= 0 ? reference : nil
  }

  private static let groups: Set<String> = ["connections", "userDefinedRuntimeAttributes"]

  // MARK: Property lists

  /// `NSPrincipalClass`, `UISceneDelegateClassName` and their like name a class, with its module or a build setting
  /// for it before a dot.
  private mutating func addClassName() {
    guard key.hasSuffix("Class") || key.hasSuffix("ClassName") || key.hasSuffix("ClassNames") else { return }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let name = parts.last, !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
    else { return }
    let module = parts.count == 2 && !parts[0].hasPrefix("$") ? parts[0] : ""
    let before = text.utf8.count - name.utf8.count
    _ = addClass(name, at: textStart + before, module: module)
  }

  // MARK: References

  private mutating func addClass(_ name: String, at offset: Int, module: String) -> ReferenceIndex {
    addReference(name, at: offset, role: .type, receiver: Reference.Receiver.none, detail: module)
    return ReferenceIndex(facts.references.count - 1)
  }

  private mutating func addReference(
    _ name: String, at offset: Int, role: Reference.Role, receiver: ReferenceIndex, detail: String
  ) {
    let place = min(offset, Int(facts.lines.byteCount) - 1)
    var reference = Reference(
      role: role, name: facts.names.intern(name), offset: UInt32(max(0, place)), scope: 0, receiver: receiver,
      owner: -1)
    reference.detail = facts.names.intern(detail)
    facts.references.append(reference)
  }
}
