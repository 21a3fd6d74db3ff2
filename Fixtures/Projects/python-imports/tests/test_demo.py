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
