# complete
match = type = case = _ = 1
# <- definition variable match
#       ^^^^ definition variable type
#              ^^^^ definition variable case
#                     ^ definition variable _ private
match(a, b)
# <- reference call match
match[a:b]
# <- reference read match
match.case = type
#     ^^^^ reference write case receiver match
match: int
type(x)
# <- reference call type
type = 3
print >>out, "x"
# <- reference read print
exec(code)
# <- reference call exec
print
type type = type
#    ^^^^ definition typeAlias type
#    ^^^^ signature type type = type
type match[T] = list[T]
#    ^^^^^ definition typeAlias match
match * a, b:
#       ^ reference read a
    case case: pass
#        ^^^^ reference write case
match (a):
    case type(): pass
#        ^^^^ reference read type
if match:
    match
match \
    .case
