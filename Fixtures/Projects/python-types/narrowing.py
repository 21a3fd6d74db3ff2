"""`isinstance` says what a value is, inside of the branch and behind an `assert` or an early return."""


class Cat:
    def meow(self): ...


class Dog:
    def bark(self): ...


def branch(animal):
    if isinstance(animal, Cat):
    #  ^ external calls builtins.isinstance
        animal.meow()
        #      ^ edge calls narrowing.Cat.meow inferred
    elif isinstance(animal, Dog):
    #    ^ external calls builtins.isinstance
        animal.bark()
        #      ^ edge calls narrowing.Dog.bark inferred
    else:
        animal.meow()
        #      ^ unresolved calls


def asserted(animal):
    assert isinstance(animal, Cat)
    #      ^ external calls builtins.isinstance
    animal.meow()
    #      ^ edge calls narrowing.Cat.meow


def early(animal):
    if not isinstance(animal, Dog):
    #      ^ external calls builtins.isinstance
        return
    animal.bark()
    #      ^ edge calls narrowing.Dog.bark


def matched(animal):
    match animal:
        case Cat():
            animal.meow()
            #      ^ edge calls narrowing.Cat.meow
        case Dog() as dog:
            dog.bark()
            #   ^ edge calls narrowing.Dog.bark
