# fails: MinCount bsc:calf-68
DELETE WHERE { bsc:calf-68 rdf:object ?old }

# fails: MaxCount bsc:calf-69
INSERT DATA { bsc:calf-69 rdf:object bs:pain }

# fails: Class bsc:calf-70
# also: bsh:causal-object Or bsc:calf-70
DELETE { bsc:calf-70 rdf:object ?old } INSERT { bsc:calf-70 rdf:object bs:nothing } WHERE { bsc:calf-70 rdf:object ?old }
