# fails: Or bsc:calf-66
DELETE { bsc:calf-66 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 } INSERT { bsc:calf-66 rdf:subject bs:massage ; rdf:predicate bsv:causes ; rdf:object bs:pain } WHERE { bsc:calf-66 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 }

# fails: Or bsc:calf-67
DELETE { bsc:calf-67 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 } INSERT { bsc:calf-67 rdf:subject bs:back ; rdf:predicate bsv:increasesRiskOf ; rdf:object bs:pain } WHERE { bsc:calf-67 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 }
