class Store:
    def save(self): ...
    def load(self): ...


def connect() -> Store:
    return Store()
    #      ^ edge calls app.store.Store


def untested(): ...
