# complete
try:
    x = 1
#   ^ definition variable x conditional
except A as e:
#      ^ reference read A
#           ^ reference write e
    pass
except (B, C):
#       ^ reference read B
    pass
except D, E:
#      ^ reference read D
#         ^ reference read E
    pass
except:
    pass
else:
    pass
finally:
    y = 1
#   ^ definition variable y conditional
try:
    pass
except* F as g:
#       ^ reference read F
#            ^ reference write g
    pass
except* H, I:
#          ^ reference read I
    pass
except *J:
#       ^ reference read J
    pass
z = 1
# <- definition variable z !conditional
