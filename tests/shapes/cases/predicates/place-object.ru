# fails: Or bsc:calf-63
DELETE { bsc:calf-63 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 } INSERT { bsc:calf-63 rdf:subject bs:pain ; rdf:predicate bsv:occursIn ; rdf:object bs:running } WHERE { bsc:calf-63 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 }
