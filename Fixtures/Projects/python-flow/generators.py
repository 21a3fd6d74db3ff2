"""What is yielded comes out of the loop; `with` enters and leaves; both are calls where a class says so."""
from contextlib import contextmanager


class Item:
    def use(self): ...


def items():
    yield Item()
    #     ^ edge calls generators.Item


def delegated():
    yield from items()
    #          ^ edge calls generators.items


for item in items():
#           ^ edge calls generators.items
    item.use()
    #    ^ edge calls generators.Item.use
for item in delegated():
#           ^ edge calls generators.delegated
    item.use()
    #    ^ edge calls generators.Item.use
next(items()).use()
# <- external calls builtins.next
#    ^ edge calls generators.items
#             ^ edge calls generators.Item.use


class Countdown:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration()
        #     ^ external calls builtins.StopIteration


for step in Countdown():
# <- edge calls generators.Countdown.__iter__
# <- edge calls generators.Countdown.__next__
#           ^ edge calls generators.Countdown
    pass


class Resource:
    def __enter__(self):
        return Item()
        #      ^ edge calls generators.Item

    def __exit__(self, *details): ...


with Resource() as resource:
# <- edge calls generators.Resource.__enter__
# <- edge calls generators.Resource.__exit__
#    ^ edge calls generators.Resource
    resource.use()
    #        ^ edge calls generators.Item.use


@contextmanager
#^ external decorates contextlib.contextmanager
def opened():
    yield Item()
    #     ^ edge calls generators.Item


with opened() as item:
#    ^ edge calls generators.opened
    item.use()
    #    ^ edge calls generators.Item.use
