# fails: Class bsc:calf-72
DELETE { bsc:calf-72 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 } INSERT { bsc:calf-72 rdf:subject bs:running ; rdf:predicate bsv:contributesToSeverityOf ; rdf:object bs:swelling } WHERE { bsc:calf-72 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 }
