class Cart:
    """What a customer wants to buy."""

    def __init__(self, owner):
        self.owner = owner

    def add(self, item):
        return self
