import LanguageSupport

/// Ids of the names that the extractor writes itself, interned once per file.
struct KnownNames {
  let initializer: NameID
  let deinitializer: NameID
  let subscriptName: NameID
  let superName: NameID
  let noLabels: NameID
  let oneLabel: NameID
  let twoLabels: NameID
  let bindings: BindingDetails

  /// What the `detail` of a write says that introduces a name instead of assigning to one; see the README.
  struct BindingDetails {
    let constant: NameID
    let variable: NameID
    let parameter: NameID
    let closureParameter: NameID
    let capture: NameID
    let loop: NameID
    let typeParameter: NameID
    let result: NameID
    let alias: NameID
  }

  init(_ names: inout NameTable) {
    initializer = names.intern("init")
    deinitializer = names.intern("deinit")
    subscriptName = names.intern("subscript")
    superName = names.intern("super")
    noLabels = names.intern("()")
    oneLabel = names.intern("(_:)")
    twoLabels = names.intern("(_:_:)")
    bindings = BindingDetails(
      constant: names.intern("let"), variable: names.intern("var"), parameter: names.intern("parameter"),
      closureParameter: names.intern("closureParameter"), capture: names.intern("capture"),
      loop: names.intern("for"), typeParameter: names.intern("typeParameter"),
      result: names.intern("result"), alias: names.intern("alias"))
  }
}
