# fails: And bs:c4
# also: bsh:concept-broader-loop And bs:c5
INSERT DATA { bs:c4 skos:broader bs:c5 . bs:c5 skos:broader bs:c4 }

# fails: And bs:c6
INSERT DATA { bs:c6 skos:broader bs:c6 }
