# fails: Or bsc:calf-64
DELETE { bsc:calf-64 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 } INSERT { bsc:calf-64 rdf:subject bs:salt ; rdf:predicate bsv:frequentIn ; rdf:object bs:child } WHERE { bsc:calf-64 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 }
