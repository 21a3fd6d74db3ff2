# complete
# complete references
match x, y:
#     ^ reference read x
#        ^ reference read y
    case 1 | -2 | 3 + 4j | "a" "b" | None | True:
        pass
    case [a, *_, b] | (a, b) as c if a:
#         ^ reference write a
#             ^ no reference
#                ^ reference write b
#                      ^ reference write a
#                         ^ reference write b
#                               ^ reference write c
#                                    ^ reference read a
        pass
    case Color.RED | m.n.Color.BLUE:
#        ^^^^^ reference read Color
#              ^^^ reference read RED receiver Color
#                    ^ reference read m
#                      ^ reference read n receiver m
#                        ^^^^^ reference read Color receiver n
#                              ^^^^ reference read BLUE receiver Color
        pass
    case Point(d, y=0, z=e) | m.Point():
#        ^^^^^ reference read Point
#              ^ reference write d
#                 ^ no reference
#                        ^ reference write e
#                             ^ reference read m
#                               ^^^^^ reference read Point receiver m
        v = 1
#       ^ definition variable v conditional
#       ^ reference write v
    case {"k": f, Color.RED: {}, **rest}:
#              ^ reference write f
#                 ^^^^^ reference read Color
#                       ^^^ reference read RED
#                                  ^^^^ reference write rest
        pass
    case g, *h:
#        ^ reference write g
#            ^ reference write h
        match = 1
#       ^^^^^ definition variable match
#       ^^^^^ reference write match
    case _:
        match(g)
#       ^^^^^ reference call match
#             ^ reference read g
match -x:
#      ^ reference read x
    case (): pass
