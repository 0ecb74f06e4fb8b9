# fails: Or bsc:calf-73
DELETE { bsc:calf-73 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 } INSERT { bsc:calf-73 rdf:subject bs:salt ; rdf:predicate bsv:precedes ; rdf:object bs:pain } WHERE { bsc:calf-73 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 }
