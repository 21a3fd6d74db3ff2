"""What calls of the standard library give, where it decides which definition is meant."""
import asyncio
import contextlib
import copy
import itertools
import json
import logging
import queue
import weakref
from collections import OrderedDict, deque
from contextvars import ContextVar
from pathlib import Path

log = logging.getLogger(__name__)
#             ^ external calls logging.getLogger


class Item:
    def use(self): ...
    def close(self): ...
    def strip(self): ...


# A method of a builtin type is never one of the tree, whatever its name.
def text(value: str):
    return value.strip()
    #            ^ external calls builtins.str.strip


current: ContextVar[Item] = ContextVar("current")
#                           ^ external calls contextvars.ContextVar
current.get().use()
#       ^ external calls contextvars.ContextVar.get
#             ^ edge calls results.Item.use
copy.copy(Item()).use()
#    ^ external calls copy.copy
#         ^ edge calls results.Item
#                 ^ edge calls results.Item.use

waiting: queue.Queue[Item] = queue.Queue()
#                                  ^ external calls queue.Queue
waiting.get().use()
#       ^ external calls queue.Queue.get
#             ^ edge calls results.Item.use
recent = deque([Item()])
#        ^ external calls collections.deque
#               ^ edge calls results.Item
recent.popleft().use()
#      ^ external calls collections.deque.popleft
#                ^ edge calls results.Item.use
known: dict[str, Item] = {}
known.get("x").use()
#     ^ external calls builtins.dict.get
#              ^ edge calls results.Item.use
known.setdefault("x", Item()).use()
#     ^ external calls builtins.dict.setdefault
#                     ^ edge calls results.Item
#                             ^ edge calls results.Item.use
for position, item in enumerate(recent):
#                     ^ external calls builtins.enumerate
    item.use()
    #    ^ edge calls results.Item.use
for left, right in zip(recent, known.values()):
#                  ^ external calls builtins.zip
#                                    ^ external calls builtins.dict.values
    right.use()
    #     ^ edge calls results.Item.use
for item in itertools.chain(recent, recent):
#                     ^ external calls itertools.chain
    item.use()
    #    ^ edge calls results.Item.use
with contextlib.closing(Item()) as item:
#               ^ external calls contextlib.closing
#                       ^ edge calls results.Item
    item.use()
    #    ^ edge calls results.Item.use
weakref.ref(item)().use()
#       ^ external calls weakref.ref
#                   ^ edge calls results.Item.use


async def fetch() -> Item: ...


async def several():
    task = asyncio.create_task(fetch())
    #              ^ external calls asyncio.create_task
    #                          ^ edge calls results.fetch
    (await task).use()
    #            ^ edge calls results.Item.use
    (await asyncio.wait_for(fetch(), 1)).use()
    #              ^ external calls asyncio.wait_for
    #                       ^ edge calls results.fetch
    #                                    ^ edge calls results.Item.use
    for result in await asyncio.gather(fetch(), fetch()):
    #                           ^ external calls asyncio.gather
    #                                  ^ edge calls results.fetch
    #                                           ^ edge calls results.fetch
        result.use()
        #      ^ edge calls results.Item.use


Path("x").read_text().strip()
# <- external calls pathlib.Path
#         ^ external calls pathlib.Path.read_text
#                     ^ external calls builtins.str.strip
with open("x") as file:
#    ^ external calls builtins.open
    json.loads(file.read()).use()
    #    ^ external calls json.loads
    #               ^ external calls io.TextIOBase.read
    #                       ^ unresolved calls
