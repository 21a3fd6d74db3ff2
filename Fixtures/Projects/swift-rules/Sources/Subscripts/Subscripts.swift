// A subscript is a member like others: told apart by labels and types, with elements typed by what it gives.
// kinds: calls reads writes

struct Row {
  func cell() {}
}

struct Table {
  var rows: [Row] = []
  subscript(index: Int) -> Row { rows[index] }
//                               ^^^^ edge reads Table.rows
//                                   ^ external reads *.subscript(_:)
  subscript(name: String) -> Row? { nil }
  subscript(row row: Int, column column: Int) -> Int {
    get { row }
    set { rows = [] }
//        ^^^^ edge writes Table.rows
  }
  static subscript(key: String) -> Table { Table() }
//                                         ^^^^^ edge calls Table
}

func use(_ table: Table) {
  table[0].cell()
//     ^ edge reads Table.subscript(_:) @10
//         ^^^^ edge calls Row.cell()
  table["a"]?.cell()
//     ^ edge reads Table.subscript(_:) @13
//            ^^^^ edge calls Row.cell()
  table[row: 0, column: 1].show()
//     ^ edge reads Table.subscript(row:column:)
//                         ^^^^ edge calls Int.show() @52
  Table["x"][1].cell()
//     ^ edge reads Table.subscript(_:) @19
//          ^ edge reads Table.subscript(_:) @10
//              ^^^^ edge calls Row.cell()
  table.rows[0].cell()
//      ^^^^ edge reads Table.rows
//          ^ external reads *.subscript(_:)
//              ^^^^ edge calls Row.cell()
  table.rows[0...].first?.cell()
//      ^^^^ edge reads Table.rows
//          ^ external reads *.subscript(_:)
//            ^^^ external calls *....(_:)
//                 ^^^^^ external reads *.first
//                        ^^^^ edge calls Row.cell()
  var copy = table
  copy[row: 1, column: 2] = 3
//    ^ edge writes Table.subscript(row:column:)
}

extension Int { func show() {} }
