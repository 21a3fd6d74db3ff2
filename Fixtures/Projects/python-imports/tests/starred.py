from demo.sub.deep import *
#             ^ edge imports demo.sub.deep
