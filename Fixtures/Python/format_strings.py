# complete
# complete references
f"{a} {b!r:>{c}} {d=} {e = !s:^10}"
#  ^ reference read a
#      ^ reference read b
#            ^ reference read c
#                 ^ reference read d
#                      ^ reference read e
f"{f"{f"{g}"}"}" f'{h["x"]}'
#        ^ reference read g
#                   ^ reference read h
f'{x:%H:%M}' rf"\{i}\n" Rb"{no}" F"{{no}} {{{j}}}"
#  ^ reference read x
#                 ^ reference read i
#                           ^^ no reference
#                                            ^ reference read j
f"\N{EM DASH} {k}\" {m}" "{no}"
#              ^ reference read k
#                    ^ reference read m
f"""{
    n  # a comment }
#   ^ reference read n
    .o('''}''')
#    ^ reference call o receiver n
} "
{p:{q}{
#^ reference read p
#   ^ reference read q
r}}
# <- reference read r
"""
f"{(lambda s: s)(1)} {[t for t in u]} { {'v': v}['v'] }"
#          ^ reference write s
#             ^ reference read s
#                      ^ reference read t
#                            ^ reference write t
#                                 ^ reference read u
#                                             ^ reference read v
f"{w!=x} {y:=5} {(z:=5)} {*aa, bb} {yield_}"
#  ^ reference read w
#     ^ reference read x
#         ^ reference read y
#                 ^ reference write z
#                 ^ definition variable z
#                          ^^ reference read aa
#                              ^^ reference read bb
#                                   ^^^^^^ reference read yield_
f"{cc:{dd:{ee}}}" f'{ff:}}}'
#  ^^ reference read cc
#      ^^ reference read dd
#          ^^ reference read ee
#                    ^^ reference read ff
