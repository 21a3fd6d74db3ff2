class FirstController {}

class BadgeLabel {}
