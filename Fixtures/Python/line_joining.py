# complete
b = [1,
# <- definition variable b

# not a statement
2]; c = 3; d = 4;
#   ^ definition variable c
#   ^ signature c = 3
#          ^ definition variable d
if a: e = 1; f = 2
#     ^ definition variable e
#            ^ definition variable f
def g(x,
#   ^ definition function g
#   ^ signature def g(x, y)
  y): return x
#            ^ end g
class \
  H: pass
# ^ definition class H
# ^ signature class H
#       ^ end H
if a:
	if b:
	        i = 1
#        ^ definition variable i
	j = 2
#^ definition variable j
while a:
  # less indented comments
 # do not count
  k = 1
# ^ definition variable k
# neither
  m = 2
# ^ definition variable m
else:
      n = 3
#     ^ definition variable n
