"""What is put into a list, a tuple, a dictionary or a set comes out of it again; constant keys are told apart."""


def one(): ...
def two(): ...


class Job:
    def run(self): ...


table = {"first": one, "second": two}
table["first"]()
#             ^ edge calls containers.one
# The methods of a dictionary do not tell its keys apart.
table.get("second")()
#     ^ external calls builtins.dict.get
#                  ^ edge calls containers.one ambiguous
#                  ^ edge calls containers.two ambiguous

pair = (one, two)
pair[1]()
#      ^ edge calls containers.two

for action in [one, two]:
    action()
    # <- edge calls containers.one ambiguous
    # <- edge calls containers.two ambiguous

jobs = []
jobs.append(Job())
#    ^ external calls builtins.list.append
#           ^ edge calls containers.Job
jobs[0].run()
#       ^ edge calls containers.Job.run
for job in jobs:
    job.run()
    #   ^ edge calls containers.Job.run

registry = {}
registry["later"] = one
registry["later"]()
#                ^ edge calls containers.one

nested = {"a": {"b": [two]}}
nested["a"]["b"][0]()
#                  ^ edge calls containers.two

actions = [item for item in pair]
actions[0]()
#         ^ edge calls containers.one ambiguous
#         ^ edge calls containers.two ambiguous

by_name = {item.__name__: item for item in (one,)}
by_name["one"]()
#             ^ edge calls containers.one

classes = {"job": Job}
classes["job"]().run()
#             ^ edge calls containers.Job
#                ^ edge calls containers.Job.run
