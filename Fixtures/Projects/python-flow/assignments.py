"""Values flow through assignments: in straight lines the last one counts, from branches all do."""


def one(): ...
def two(): ...
def three(): ...


a = b = one
a()
# <- edge calls assignments.one
b()
# <- edge calls assignments.one

c, d = one, two
c()
# <- edge calls assignments.one
d()
# <- edge calls assignments.two

c, d = d, c
c()
# <- edge calls assignments.two

(e, (f, g)) = (one, (two, three))
g()
# <- edge calls assignments.three

first, *rest = one, two, two
first()
# <- edge calls assignments.one

if (found := three) is not None:
    found()
    # <- edge calls assignments.three

last = one
last = two
last()
# <- edge calls assignments.two inferred

if a:
    branch = one
else:
    branch = two
branch()
# <- edge calls assignments.one ambiguous
# <- edge calls assignments.two ambiguous


def conditional(flag):
    action = one if flag else two
    action()
    # <- edge calls assignments.one ambiguous
    # <- edge calls assignments.two ambiguous
    chosen = None or three
    chosen()
    # <- edge calls assignments.three
    current = one
    while flag:
        current()
        # <- edge calls assignments.one ambiguous
        # <- edge calls assignments.two ambiguous
        current = two
        flag = False


conditional(True)
# <- edge calls assignments.conditional
conditional(False)
# <- edge calls assignments.conditional
