class FirstController {}
