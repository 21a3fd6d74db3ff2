# A folder of the tree that shares its name with a module of the standard library.
