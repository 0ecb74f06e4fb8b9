# fails: Class bs:c3
# also: bsh:concept-broader-kind Or bs:c3
INSERT DATA { bs:c3 skos:broader bsd:d1 }
