"""What is passed reaches the parameter, by place, by name, by default and through `*args` and `**kwargs`."""


def one(): ...
def two(): ...
def three(): ...


def call(action):
    action()
    # <- edge calls parameters.one inferred


def call_default(action=two):
    action()
    # <- edge calls parameters.two inferred


def call_keyword(*, first, second=three):
    first()
    # <- edge calls parameters.one
    second()
    # <- edge calls parameters.three


def call_all(*actions):
    for action in actions:
        action()
        # <- edge calls parameters.one ambiguous
        # <- edge calls parameters.two ambiguous


def call_options(**options):
    options["action"]()
    #                ^ edge calls parameters.three


def forward(*args, **kwargs):
    return target(*args, **kwargs)
    #      ^ edge calls parameters.target


def target(positional, named=None):
    # What goes through `*args` and `**kwargs` has lost its place and its name.
    positional()
    # <- edge calls parameters.one ambiguous
    # <- edge calls parameters.two ambiguous
    named()
    # <- edge calls parameters.one ambiguous
    # <- edge calls parameters.two ambiguous


def give_back(value):
    return value


call(one)
# <- edge calls parameters.call
call_default()
# <- edge calls parameters.call_default
call_keyword(first=one)
# <- edge calls parameters.call_keyword
call_all(one, two)
# <- edge calls parameters.call_all
call_options(action=three)
# <- edge calls parameters.call_options
forward(one, named=two)
# <- edge calls parameters.forward
give_back(three)()
# <- edge calls parameters.give_back
#               ^ edge calls parameters.three


# Nothing in the tree says what the parameter is.
def exported(callback, service):
    callback()
    # <- unresolved calls
    service.start()
    #       ^ unresolved calls
