import Testing

@testable import Retrieval

@Suite struct Porter2Tests {
  @Test(arguments: [
    ("", ""), ("is", "is"), ("parsing", "pars"), ("parser", "parser"), ("parsed", "pars"),
    ("caresses", "caress"),
    ("ponies", "poni"), ("ties", "tie"), ("cats", "cat"), ("gas", "gas"), ("this", "this"), ("gaps", "gap"),
    ("kiwis", "kiwi"), ("agreed", "agre"), ("feed", "feed"), ("plastered", "plaster"), ("bled", "bled"),
    ("motoring", "motor"), ("sing", "sing"), ("conflated", "conflat"), ("troubled", "troubl"),
    ("sized", "size"),
    ("hopping", "hop"), ("hoping", "hope"), ("hissing", "hiss"), ("failing", "fail"), ("filing", "file"),
    ("happy", "happi"), ("cry", "cri"), ("by", "by"), ("say", "say"), ("relational", "relat"),
    ("conditional", "condit"), ("digitizer", "digit"), ("vietnamization", "vietnam"), ("operator", "oper"),
    ("callousness", "callous"), ("formaliti", "formal"), ("sensibiliti", "sensibl"), ("analogi", "analog"),
    ("triplicate", "triplic"), ("formative", "format"), ("electriciti", "electr"), ("hopeful", "hope"),
    ("goodness", "good"), ("revival", "reviv"), ("allowance", "allow"), ("inference", "infer"),
    ("adjustable", "adjust"), ("replacement", "replac"), ("adjustment", "adjust"), ("dependent", "depend"),
    ("adoption", "adopt"), ("communism", "communism"), ("activate", "activ"), ("rate", "rate"),
    ("cease", "ceas"),
    ("controll", "control"), ("roll", "roll"), ("generate", "generat"), ("generic", "generic"),
    ("communication", "communic"), ("skies", "sky"), ("news", "news"), ("dying", "die"), ("inning", "inning"),
    ("exceeding", "exceed"), ("queries", "queri"), ("query", "queri"), ("youth", "youth"),
    ("boyish", "boyish"),
    ("abc1", "abc1"), ("adding", "add"), ("evening", "evening"), ("interfering", "interfer"),
    ("international", "internat"), ("organization", "organiz"), ("paste", "paste"),
    ("university", "universiti"),
    ("naïve", "naïve"),
  ])
  func stem(word: String, expected: String) { #expect(Porter2.stem(word) == expected) }
}
