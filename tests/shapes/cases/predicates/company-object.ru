# fails: Or bsc:calf-76
DELETE { bsc:calf-76 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 } INSERT { bsc:calf-76 rdf:subject bs:pain ; rdf:predicate bsv:associatedWith ; rdf:object bs:salt } WHERE { bsc:calf-76 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 }
