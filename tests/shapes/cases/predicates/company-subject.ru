# fails: Or bsc:calf-75
DELETE { bsc:calf-75 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 } INSERT { bsc:calf-75 rdf:subject bs:salt ; rdf:predicate bsv:associatedWith ; rdf:object bs:pain } WHERE { bsc:calf-75 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 }
