import fast
#      ^ edge imports fast

fast.speed().double()
#    ^ edge calls fast.speed
#            ^ edge calls fast.Price.double
