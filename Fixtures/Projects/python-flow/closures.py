"""Functions are values: returned, closed over, written as lambdas."""


def plain(): ...


def maker():
    def made():
        plain()
        # <- edge calls closures.plain exact

    return made


maker()()
# <- edge calls closures.maker exact
#      ^ edge calls closures.maker.made inferred

made = maker()
#      ^ edge calls closures.maker
made()
# <- edge calls closures.maker.made inferred


def counter(step):
    def advance():
        return step()
        #      ^ edge calls closures.plain inferred

    return advance


counter(plain)()
# <- edge calls closures.counter
#             ^ edge calls closures.counter.advance

# A call inside a lambda belongs to what the lambda stands in.
delayed = lambda: plain()
#                 ^ edge calls closures.plain exact


def with_lambda(action):
    return lambda value: action(value)
    #                    ^ edge calls closures.identity


def identity(value):
    return value


with_lambda(identity)
# <- edge calls closures.with_lambda
