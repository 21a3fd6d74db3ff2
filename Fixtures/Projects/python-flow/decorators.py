"""A decorated name stands for its definition; what a decorator does with a function is followed too."""
import functools


def identity(function):
    return function


def called(function):
    function()
    # <- edge calls decorators.registered
    return function


def wrapping(function):
    @functools.wraps(function)
    #          ^ external calls functools.wraps
    #          ^ external decorates functools.wraps
    def wrapper(*args):
        before()
        # <- edge calls decorators.before
        return function(*args)
        #      ^ edge calls decorators.wrapped

    return wrapper


def with_arguments(name):
    def decorate(function):
        return function

    return decorate


class Command:
    def __init__(self, function):
        self.function = function

    def __call__(self):
        return self.function()
        #           ^ edge calls decorators.command


def before(): ...


@identity
#^ edge decorates decorators.identity
def same(): ...


@called
#^ edge decorates decorators.called
def registered(): ...


@wrapping
#^ edge decorates decorators.wrapping
def wrapped(*args): ...


# What it returns is called with the function, at the mark.
@with_arguments("x")
# <- edge calls decorators.with_arguments.decorate
#^ edge calls decorators.with_arguments
#^ edge decorates decorators.with_arguments
def named(): ...


@Command
#^ edge decorates decorators.Command
def command(): ...


@functools.lru_cache(maxsize=None)
#          ^ external calls functools.lru_cache
#          ^ external decorates functools.lru_cache
def cached(): ...


@functools.lru_cache
#          ^ external decorates functools.lru_cache
def bare(): ...


same()
# <- edge calls decorators.same
wrapped(1)
# <- edge calls decorators.wrapped
named()
# <- edge calls decorators.named
cached()
# <- edge calls decorators.cached
bare()
# <- edge calls decorators.bare
command()
# <- edge calls decorators.command
