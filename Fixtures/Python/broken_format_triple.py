# complete
# errors 2
a = f"""never {closed
b = 1
# <- definition variable b
def f():
#   ^ definition function f
    return (
class C: pass
#     ^ definition class C
