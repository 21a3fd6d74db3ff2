# complete references
t"{a} {b:{c}}" tr'{d}\{e}'
#  ^ reference read a
#      ^ reference read b
#         ^ reference read c
#                  ^ reference read d
#                      ^ reference read e
T"{t"{f}"}"
#     ^ reference read f
rT"""{
    g!r}"""
#   ^ reference read g
