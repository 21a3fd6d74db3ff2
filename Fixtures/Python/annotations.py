def f(
    a: Optional[List["Item"]],
#      ^^^^^^^^ reference type Optional
#               ^^^^ reference type List
#                     ^^^^ reference type Item in file owner f
    b: typing.Callable[[int], "m.Result[str]"],
#      ^^^^^^ reference read typing
#             ^^^^^^^^ reference type Callable receiver typing
#                       ^^^ reference type int
#                              ^ reference read m
#                                ^^^^^^ reference type Result receiver m
#                                       ^^^ reference type str
    c: Literal["a", Color.RED],
#      ^^^^^^^ reference type Literal
#               ^ no reference
#                         ^^^ reference read RED receiver Color
    d: Annotated[T, "not a type", check(U)],
#                ^ reference type T
#                                 ^^^^^ reference call check
#                                       ^ reference read U
#                    ^^^ no reference
    e: int | None | 'str',
#      ^^^ reference type int
#                    ^^^ reference type str
    g: "two words",
#       ^^^ no reference
#           ^^^^^ no reference
    h: "A" "B",
#       ^ no reference
#           ^ no reference
    i: '''
    Multi[
        Line]''',
#       ^^^^ reference type Line
): pass


x: "List['Deep']" = cast("NotRead", y)
#   ^^^^ reference type List
#         ^^^^ reference type Deep
#                         ^^^^^^^ no reference
#                   ^^^^ reference call cast
y: (int, f"{z}")
#   ^^^ reference type int
#           ^ reference read z
w: tuple[*Ts]
#         ^^ reference type Ts
