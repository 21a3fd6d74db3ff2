"""Checks that names of the standard library exist.

Reads lines `module qualified.name`, prints those that this interpreter does not have. Attributes of instances
are not looked for: only what a module or a class has. Classes that are functions here (`threading.Lock`) have
no members to look at.
"""
import importlib
import sys


def exists(module, path):
    value = importlib.import_module(module)
    for index, name in enumerate(path):
        if index > 0 and not isinstance(value, type):
            return True
        if not hasattr(value, name):
            return False
        value = getattr(value, name)
    return True


for line in open(sys.argv[1], encoding="utf-8"):
    module, _, name = line.strip().partition(" ")
    if not exists(module, name.split(".")):
        print(module, name)
