# fails: MinCount bsc:calf-61
DELETE WHERE { bsc:calf-61 rdf:subject ?old }

# fails: MaxCount bsc:calf-62
INSERT DATA { bsc:calf-62 rdf:subject bs:running }

# fails: Class bsc:calf-63
# also: bsh:causal-subject Or bsc:calf-63
DELETE { bsc:calf-63 rdf:subject ?old } INSERT { bsc:calf-63 rdf:subject bs:nothing } WHERE { bsc:calf-63 rdf:subject ?old }

# fails: Disjoint bsc:calf-64
DELETE { bsc:calf-64 rdf:subject ?old } INSERT { bsc:calf-64 rdf:subject bs:swelling } WHERE { bsc:calf-64 rdf:subject ?old }
