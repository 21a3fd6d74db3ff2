import GraphModel
import LanguageSupport

/// A parameter of a function.
struct Parameter {
  var name: Int32
  /// Bits of ``ExpressionKind/ParameterFlags``.
  var flags: Int32
  /// What is passed reaches this slot: for `*args` and `**kwargs` the elements' one.
  var slot: Int32
  /// The annotation's, or -1.
  var type: Int32
  /// What the name means in the body.
  var value: Int32
  /// The default's, or -1.
  var assigned: Int32
  var reference: Int32

  func has(_ flag: Int32) -> Bool { flags & flag != 0 }
}

/// A function, a method or a lambda.
struct Function {
  var file: Int32
  /// Numbered in its file; -1 for lambdas.
  var definition: DefinitionIndex
  /// The scope of its body, numbered in its file.
  var scope: ScopeIndex = -1
  var firstParameter = 0
  var parameterCount = 0
  /// What the body returns.
  var returned: Int32
  /// What a call gives, by the body: `returned`, or a generator or a coroutine of it.
  var result: Int32
  /// What the annotation says, or -1.
  var returnType: Int32 = -1
  /// The class whose body declares it, or -1.
  var owner: Int32 = -1
  var isAsync = false
  var isGenerator = false
  var isStatic = false
  var isClassMethod = false
  var isProperty = false
  /// One of several signatures under a name: only those that fit a call's arguments are taken.
  var isOverload = false
  /// Parameters that are returned as they came: a call gives back what it passes, not what any call does.
  var returnedParameters: [Int] = []
  /// True if the first parameter is the object it is called on.
  var takesReceiver: Bool { owner >= 0 && !isStatic }
}

/// A class.
struct ClassRecord {
  var file: Int32
  /// Numbered in its file.
  var definition: DefinitionIndex
  /// The scope of its body, numbered over all files.
  var scope: Int32
  /// Slots of the base classes' values.
  var bases: [Int32] = []
  var metaclass: Int32 = -1
  /// Type variables in order.
  var typeParameters: [Int32] = []

  // Known once the hierarchy has been computed.
  /// Linearised; starts with the class itself.
  var order: [Int32] = []
  /// Base classes with their type arguments: aliases among the bases' values.
  var aliases: [Int32] = []
  /// The first base outside of the tree without declarations, as a dotted name, or -1.
  var externalBase: Int32 = -1
  /// A base could not be resolved.
  var hasUnknownBase = false
  var isEnum = false
}

/// An argument of a call.
struct Argument {
  enum Kind: UInt8 {
    case positional
    case keyword
    case star
    case doubleStar
  }

  var kind: Kind
  /// Of a keyword.
  var name: Int32
  var slot: Int32
  /// The text of a constant string that is a name, or 0.
  var text: Int32 = Names.empty
  /// The name that is passed, as a reference over all files, or -1.
  var reference: Int32 = -1
}

/// A place where something is called.
struct Site {
  var firstArgument: Int
  var argumentCount: Int
  /// What comes out.
  var result: Int32
  /// The class whose method's body this is in, or -1, and the slot of that method's `self`.
  var enclosingClass: Int32 = -1
  var selfSlot: Int32 = -1
  /// The file it stands in, or -1.
  var file: Int32 = -1
  /// Through how many partial applications it came.
  var depth = 0
  /// The definition around it, and where its parenthesis stands.
  var owner: DefinitionIndex = -1
  var offset: UInt32 = 0
}

/// A module imported by a call.
struct DynamicImport {
  var file: Int32
  var owner: DefinitionIndex
  var offset: UInt32
  var module: ModuleMember
}

/// A call that no name stands for: of a call's result, or one that the language makes (`with`, `a + b`).
struct ImplicitCall {
  var file: Int32
  var offset: UInt32
  /// The definition around it.
  var owner: DefinitionIndex
  /// The values called, or whose method is called.
  var slot: Int32
  /// The method's name, or 0 if the values themselves are called.
  var method: Int32
}

/// The whole-program analysis of a Python program: which values reach which expression.
///
/// Inclusion-based points-to analysis with a call graph built on the way (Andersen 1994; for Python: PyCG, Salis et
/// al. 2021), context-insensitive but for the receiver and type variables; flow-sensitive for the variables of a
/// body, which are numbered anew at each assignment; field-sensitive for classes' instances and for constant keys
/// of displays. Written types win over what flows: where an annotation says a class, only that is believed.
struct Analysis {
  var world: World
  var graph = ConstraintGraph()
  var objects = Objects()

  var parameters: [Parameter] = []
  var functions: [Function] = []
  var classes: [ClassRecord] = []
  var arguments: [Argument] = []
  var sites: [Site] = []
  var implicitCalls: [ImplicitCall] = []

  /// For each variable the slot that other scopes and files see, or -1 where none asked yet.
  var publicSlots: [Int32] = []
  /// For each reference (over all files) what it reads, or -1.
  var referenceSlots: [Int32] = []
  /// For each reference the slot of its receiver, or -1.
  var receiverSlots: [Int32] = []
  /// For each reference to a name its variable, or -1.
  var referenceVariables: [Int32] = []
  /// For each definition (over all files) its function or class, or -1.
  var functionOfDefinition: [Int32] = []
  var classOfDefinition: [Int32] = []
  /// Members of classes: class and name to an index into `members`.
  var memberTable = IntegerTable()
  var members: [Member] = []
  /// Attributes of other values, and elements by constant key: value and name to a slot.
  var fields = IntegerTable()
  /// Substitutions: what slot each type variable is bound to.
  var substitutions: [[(variable: Int32, slot: Int32)]] = []
  /// The bounds of type variables.
  var bounds: [Int32: Int32] = [:]
  /// Annotated variables whose values wait for the hierarchy of classes.
  var declarations: [Declaration] = []
  /// References to what is raised, with its slot.
  var raisedReferences: [(reference: Int32, slot: Int32)] = []

  /// Calls and look-ups in classes wait until the hierarchy of classes is known.
  var waitsForClasses = true
  var waiting: [Encounter] = []
  /// How many constraints the text itself gave.
  var constraintsAtStart = 0
  /// Decorators with what they decorate and what comes out.
  var decorations: [(decorator: Int32, value: Int32, result: Int32)] = []
  /// Elements asked for by a key that nothing is known about yet.
  var keyedLoads: [(key: Int32, constraint: Constraint, object: Int32)] = []
  /// Parameters that ask for a fixture of pytest.
  var fixtureUses: [(reference: Int32, fixture: Int32)] = []
  /// Modules that `importlib.import_module` names.
  var dynamicImports: [DynamicImport] = []
  /// Names passed where the standard library wants something to call.
  var callbacks: [(reference: Int32, slot: Int32)] = []
  /// References to decorators that are called: `@route("/")`.
  var calledDecorators: [Int32] = []
  /// References to classes that are called with type arguments: `Tree[int]()`.
  var subscriptedCalls: [(reference: Int32, slot: Int32)] = []

  /// Results that were computed once.
  var memberCache = IntegerTable()
  var projectionCache = IntegerTable()
  var belowCache = IntegerTable()
  /// For each class those derived from it, in order.
  var derived: [[Int32]] = []
  var instantiationCache = IntegerTable()
  var instantiatedElements = IntegerTable()
  var sliceCache = IntegerTable()
  /// Lists that are parts of others.
  var slices: Set<Int32> = []
  var argumentLists: [Int32: Int32] = [:]
  var callableLists: [Int32: Int32] = [:]
  var functionVariables: [Int32: [Int32]] = [:]
  var typeMentions: [Int32: Bool] = [:]
  private var constantSlots = IntegerTable()
  /// A slot that nothing reaches, and a list without slots.
  let emptySlot: Int32
  let emptyList: Int32
  let orMethod: Int32
  /// The key of a slice.
  let sliceKey: Int32
  var builtinOfName = IntegerTable()
  var builtinsModule: Int32 = -1
  var wellKnown = WellKnownClasses()
  /// Parameters that the call at hand passes and its function returns.
  var passed: [Int] = []

  init(_ program: Program, outside: [OutsideModule]) {
    world = World(program, outside: outside)
    graph.reserve(forExpressions: world.files.reduce(0) { $0 + $1.facts.expressions.count })
    emptySlot = graph.makeSlot()
    emptyList = objects.makeList([])
    orMethod = world.names.intern("__or__")
    sliceKey = world.names.intern("#:")
    makeRoom()
    for builtin in Builtin.allCases {
      for name in builtin.names { builtinOfName[UInt64(world.names.intern(name))] = builtin.rawValue }
    }
    builtinsModule = world.outsideModule(world.names.intern("builtins"))
  }

  /// Runs the analysis of the tree to its end.
  mutating func run() {
    // Declarations of the standard library first: literals of the tree are instances of its classes.
    for file in world.files.indices where world.files[file].isOutside { lower(file) }
    wellKnown = WellKnownClasses(self)
    for file in world.treeFiles { lower(file) }
    applyInterfaces()
    passFixtures()
    settle(classesFrom: 0)
  }

  /// Adds the code in documents to what is known of the tree. From here on values of the tree may be such that only
  /// documents put there: what is asked about the tree must have been asked before.
  mutating func addSnippets() {
    world.addSnippets()
    makeRoom()
    let known = classes.count
    waitsForClasses = true
    decorations.removeAll()
    keyedLoads.removeAll()
    for file in world.snippets { lower(file) }
    settle(classesFrom: known)
  }

  private mutating func makeRoom() {
    func fill(_ slots: inout [Int32], to count: Int) {
      slots.append(contentsOf: repeatElement(-1, count: count - slots.count))
    }
    fill(&publicSlots, to: world.variables.all.count)
    fill(&referenceSlots, to: Int(world.referenceCount))
    fill(&receiverSlots, to: Int(world.referenceCount))
    fill(&referenceVariables, to: Int(world.referenceCount))
    fill(&functionOfDefinition, to: Int(world.definitionCount))
    fill(&classOfDefinition, to: Int(world.definitionCount))
  }

  /// Solves what was lowered; `classesFrom` is the first class that is new.
  private mutating func settle(classesFrom first: Int) {
    constraintsAtStart = graph.constraints.count
    solve()
    computeClasses(from: first)
    waitsForClasses = false
    resumeWaiting()
    solve()
    // Decorators that nothing is known about leave what they decorate as it is.
    for item in decorations where graph.isEmpty(item.decorator) { constrain(item.value, .copy, item.result) }
    for item in keyedLoads where graph.isEmpty(item.key) { getElement(of: item.object, item.constraint) }
    solve()
  }

  private mutating func lower(_ file: Int) {
    var lowering = Lowering(file: file, self)
    lowering.run(&self)
  }

  // MARK: Making slots and constraints

  @inline(__always)
  mutating func slot() -> Int32 { graph.makeSlot() }

  mutating func slot(with object: Int32) -> Int32 {
    let made = graph.makeSlot()
    graph.add(object, to: made)
    return made
  }

  /// The slot of a variable as other scopes and files see it.
  mutating func publicSlot(_ variable: Int32) -> Int32 {
    let known = publicSlots[Int(variable)]
    if known >= 0 { return known }
    let made = graph.makeSlot()
    publicSlots[Int(variable)] = made
    return made
  }

  mutating func constrain(
    _ slot: Int32, _ kind: ConstraintKind, _ a: Int32, _ b: Int32 = -1, _ c: Int32 = -1
  ) {
    if kind == .copy && slot == a { return }
    let index = graph.add(Constraint(kind: kind, a: a, b: b, c: c, next: -1), to: slot)
    // Not applied here: what is applied may constrain again, and so on without end on the stack.
    graph.revisit(slot, index)
  }

  // MARK: Making values

  /// The slot of constants of a class; those with a text that may be a key have their own.
  mutating func constantSlot(_ owner: Int32, _ text: Int32 = Names.empty) -> Int32 {
    guard owner >= 0 else { return -1 }
    let text = text == Names.empty ? -1 : text
    let key = IntegerTable.key(owner, text)
    let known = constantSlots[key]
    if known >= 0 { return known }
    let made = slot(with: objects.make(.instance, owner, text))
    constantSlots[key] = made
    return made
  }

  /// The slot that a definition's name gets: its value, or what the linker knows of that name in the standard
  /// library.
  mutating func definedSlot(_ object: Int32, _ file: Int, _ definition: DefinitionIndex) -> Int32 {
    let source = world.files[file]
    guard source.isOutside, source.facts.definitions[Int(definition)].parent < 0 else {
      return slot(with: object)
    }
    let name = world.name(file, source.facts.definitions[Int(definition)].name)
    let builtin = builtinOfName[UInt64(world.names.join(world.modules[Int(source.module)].name, name))]
    return slot(with: builtin >= 0 ? objects.make(.builtin, builtin) : object)
  }

  /// The slot of what a generator yields.
  mutating func yielded(by function: Int32) -> Int32 {
    for object in graph.values(functions[Int(function)].result) where objects.kind(object) == .display {
      if let first = objects.lists[Int(objects.b(object))].first { return first }
    }
    return slot()
  }

  /// True if a slot holds the function `len`.
  func isLength(_ slot: Int32) -> Bool {
    let first = graph.valueHead(slot)
    guard first >= 0 else { return false }
    let object = graph.object(first)
    return objects.kind(object) == .builtin && objects.a(object) == Builtin.length.rawValue
  }

  /// `X | Y` among types: either of them.
  mutating func constrainUnion(_ left: Int32, _ right: Int32, _ result: Int32) {
    if left >= 0 { constrain(left, .typeUnion, result) }
    if right >= 0 { constrain(right, .typeUnion, result) }
  }

  /// The value of something outside of the tree: what the linker knows about it, or its name.
  mutating func external(_ name: Int32) -> Int32 {
    let builtin = builtinOfName[UInt64(name)]
    if builtin >= 0 { return objects.make(.builtin, builtin) }
    return objects.make(.external, name)
  }

  /// The slot of what a name in a module is.
  mutating func slot(of member: ModuleMember) -> Int32 {
    switch member {
    case .variable(let variable): publicSlot(variable)
    case .module(let module): slot(with: objects.make(.module, module))
    case .external(let name): slot(with: external(name))
    case .missing: slot()
    }
  }
}

/// Classes of the standard library that literals are instances of; -1 where they are not declared.
struct WellKnownClasses {
  var list: Int32 = -1
  var dict: Int32 = -1
  var set: Int32 = -1
  var tuple: Int32 = -1
  var string: Int32 = -1
  var bytes: Int32 = -1
  var integer: Int32 = -1
  var float: Int32 = -1
  var boolean: Int32 = -1
  var generator: Int32 = -1
  var asyncGenerator: Int32 = -1
  var coroutine: Int32 = -1
  var type: Int32 = -1

  init() {}

  init(_ a: borrowing Analysis) {
    var found: [String: Int32] = [:]
    for (index, record) in a.classes.enumerated() {
      let file = a.world.files[Int(record.file)]
      let definition = file.facts.definitions[Int(record.definition)]
      guard definition.parent < 0 else { continue }
      let module = a.world.names.string(a.world.modules[Int(file.module)].name)
      found[module + "." + file.facts.names.string(definition.name)] = Int32(index)
    }
    func find(_ name: String, _ more: String...) -> Int32 {
      ([name] + more).compactMap { found[$0] }.first ?? -1
    }
    list = find("builtins.list")
    dict = find("builtins.dict")
    set = find("builtins.set")
    tuple = find("builtins.tuple")
    string = find("builtins.str")
    bytes = find("builtins.bytes")
    integer = find("builtins.int")
    float = find("builtins.float")
    boolean = find("builtins.bool")
    type = find("builtins.type")
    generator = find("typing.Generator", "collections.abc.Generator")
    asyncGenerator = find("typing.AsyncGenerator", "collections.abc.AsyncGenerator")
    coroutine = find("typing.Coroutine", "collections.abc.Coroutine")
  }
}
