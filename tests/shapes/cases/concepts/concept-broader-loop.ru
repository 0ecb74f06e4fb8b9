# fails: And bs:c4
# also: bsh:concept-broader-loop And bs:c5
INSERT DATA { bs:c4 skos:broader bs:c5 . bs:c5 skos:broader bs:c4 }

# fails: And bs:c6
INSERT DATA { bs:c6 skos:broader bs:c6 }

# fails: And bs:c1
# fails: And bs:c2
# fails: And bs:c3
INSERT DATA { bs:c1 skos:broader bs:c2 . bs:c2 skos:broader bs:c3 . bs:c3 skos:broader bs:c1 }
