"""Operators and the protocols of the language call methods whose names begin and end with two underscores."""


class Vector:
    def __add__(self, other):
        return self

    def __eq__(self, other):
        return True

    def __lt__(self, other):
        return True

    def __neg__(self):
        return self

    def __getitem__(self, index):
        return self

    def __setitem__(self, index, value): ...

    def __contains__(self, item):
        return True

    def __len__(self):
        return 1

    def __call__(self): ...

    def __iadd__(self, other):
        return self


v = Vector()
#   ^ edge calls operators.Vector
#   ^ edge instantiates operators.Vector
v + v
# ^ edge calls operators.Vector.__add__
v == v
# ^ edge calls operators.Vector.__eq__
v < v
# ^ edge calls operators.Vector.__lt__
-v
# <- edge calls operators.Vector.__neg__
v[0]
#^ edge calls operators.Vector.__getitem__
v[0] = 1
#^ edge calls operators.Vector.__setitem__
1 in v
# ^ edge calls operators.Vector.__contains__
len(v)
# <- external calls builtins.len
#  ^ edge calls operators.Vector.__len__
v()
# <- edge calls operators.Vector.__call__
v += v
# ^ edge calls operators.Vector.__iadd__
1 + 2
