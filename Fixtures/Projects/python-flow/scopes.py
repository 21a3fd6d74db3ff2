"""A name means what Python's scopes say: local, enclosing, global, built in; a class's scope ends at its methods."""


def target(): ...


def shadowed(): ...


def caller():
    target()
    # <- edge calls scopes.target exact

    def shadowed(): ...

    shadowed()
    # <- edge calls scopes.caller.shadowed exact


class Holder:
    def target(self): ...

    def method(self):
        target()
        # <- edge calls scopes.target exact
        self.target()
        #    ^ edge calls scopes.Holder.target

    def also(self=None): ...

    also()
    # <- edge calls scopes.Holder.also exact


def outer():
    def handler(): ...

    def replace():
        nonlocal handler
        handler = target

    replace()
    # <- edge calls scopes.outer.replace exact
    handler()
    # <- edge calls scopes.outer.handler ambiguous
    # <- edge calls scopes.target ambiguous


hook = shadowed


def install():
    global hook
    hook = target


def use():
    hook()
    # <- edge calls scopes.shadowed ambiguous
    # <- edge calls scopes.target ambiguous


def comprehensions(items):
    return [target() for target in [shadowed]] + [target()]
    #       ^ edge calls scopes.shadowed inferred
    #                                             ^ edge calls scopes.target exact


def deleted():
    action = target
    del action
    return action()
    #      ^ unresolved calls


caller()
# <- edge calls scopes.caller
outer()
# <- edge calls scopes.outer
install()
# <- edge calls scopes.install
use()
# <- edge calls scopes.use
comprehensions([])
# <- edge calls scopes.comprehensions
Holder().method()
# <- edge calls scopes.Holder
#        ^ edge calls scopes.Holder.method


def missing():
    nowhere()
    # <- unresolved calls
    len([])
    # <- external calls builtins.len
