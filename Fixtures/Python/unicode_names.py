# complete
größe = "ü"; ﬁn = größe.länge
# <- definition variable größe
#                              ^^^^^^ reference read länge receiver größe
#               ^^^^ definition variable fin
def naïve(é): return é
#   ^^^^^^ definition function naïve
#                      ^^ reference read é in naïve
