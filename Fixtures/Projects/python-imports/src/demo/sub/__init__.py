from .deep import present
#     ^ edge imports demo.sub.deep
#                 ^ edge imports demo.sub.deep.present
from ..core import Group
#      ^ edge imports demo.core
#                  ^ edge imports demo.core.Group
