# fails: Or bsc:calf-62
DELETE { bsc:calf-62 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 } INSERT { bsc:calf-62 rdf:subject bs:salt ; rdf:predicate bsv:occursIn ; rdf:object bs:back } WHERE { bsc:calf-62 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 }
