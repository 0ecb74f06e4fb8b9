# fails: MaxCount bsc:calf-54
INSERT DATA { bsc:calf-54 bsv:population bs:child }
# after derivation
DELETE { bsc:calf-54 bsv:licenses ?old } INSERT { bsc:calf-54 bsv:licenses bsv:causes } WHERE { bsc:calf-54 bsv:licenses ?old }

# fails: MaxCount bsc:calf-60
# A predicate without a weak one above it.
DELETE { bsc:calf-60 rdf:predicate ?old } INSERT { bsc:calf-60 rdf:predicate bsv:increasesRiskOf } WHERE { bsc:calf-60 rdf:predicate ?old } ;
INSERT DATA { bsc:calf-60 bsv:population bs:child }
# after derivation
INSERT DATA { bsc:calf-60 bsv:licenses bsv:increasesRiskOf }
