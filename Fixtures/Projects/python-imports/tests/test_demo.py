import demo
#      ^ edge imports demo
import helpers
#      ^ edge imports tests.helpers
from demo import Group, present
#    ^ edge imports demo
#                ^ edge imports demo.core.Group
#                       ^ edge imports demo.sub.deep.present
import json
#      ^ external imports json
from starred import present, unlisted
#    ^ edge imports tests.starred
#                   ^ edge imports demo.sub.deep.present
#                            ^ unresolved imports no such name in the module
