# fails: Class bs:c1 bsc:calf-45
# also: bsh:edge-licensed SPARQL bsv:ClaimPredicate bs:c1
# A claim is no concept.
# after derivation
INSERT DATA { bs:c1 bsv:associatedWith bsc:calf-45 }
