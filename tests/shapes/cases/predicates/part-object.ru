# fails: Class bsc:calf-67
DELETE { bsc:calf-67 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 } INSERT { bsc:calf-67 rdf:subject bs:back ; rdf:predicate bsv:partOf ; rdf:object bs:pain } WHERE { bsc:calf-67 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 }
