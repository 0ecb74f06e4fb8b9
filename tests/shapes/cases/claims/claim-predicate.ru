# fails: MinCount bsc:calf-65
DELETE WHERE { bsc:calf-65 rdf:predicate ?old }

# fails: MaxCount bsc:calf-66
INSERT DATA { bsc:calf-66 rdf:predicate bsv:contributesTo }

# fails: Class bsc:calf-67
DELETE { bsc:calf-67 rdf:predicate ?old } INSERT { bsc:calf-67 rdf:predicate bsv:site } WHERE { bsc:calf-67 rdf:predicate ?old }
