# fails: Or bsv:kindOf bsc:calf-68
DELETE { bsc:calf-68 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 } INSERT { bsc:calf-68 rdf:subject bs:fatigue ; rdf:predicate bsv:kindOf ; rdf:object bs:running } WHERE { bsc:calf-68 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 }

# fails: Or bsv:kindOf bsc:calf-69
DELETE { bsc:calf-69 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 } INSERT { bsc:calf-69 rdf:subject bs:fatigue ; rdf:predicate bsv:kindOf ; rdf:object bs:salt } WHERE { bsc:calf-69 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 }

# fails: Or bsv:kindOf bsc:calf-70
DELETE { bsc:calf-70 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 } INSERT { bsc:calf-70 rdf:subject bs:running ; rdf:predicate bsv:kindOf ; rdf:object bs:salt } WHERE { bsc:calf-70 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 }

# fails: Or bsv:kindOf bsc:calf-71
DELETE { bsc:calf-71 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 } INSERT { bsc:calf-71 rdf:subject bs:running ; rdf:predicate bsv:kindOf ; rdf:object bs:back } WHERE { bsc:calf-71 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 }

# fails: Or bsv:kindOf bsc:calf-72
DELETE { bsc:calf-72 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 } INSERT { bsc:calf-72 rdf:subject bs:salt ; rdf:predicate bsv:kindOf ; rdf:object bs:back } WHERE { bsc:calf-72 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 }

# fails: Or bsv:kindOf bsc:calf-73
DELETE { bsc:calf-73 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 } INSERT { bsc:calf-73 rdf:subject bs:salt ; rdf:predicate bsv:kindOf ; rdf:object bs:fatigue } WHERE { bsc:calf-73 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 }

# fails: Or bsv:kindOf bsc:calf-74
DELETE { bsc:calf-74 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 } INSERT { bsc:calf-74 rdf:subject bs:back ; rdf:predicate bsv:kindOf ; rdf:object bs:fatigue } WHERE { bsc:calf-74 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 }

# fails: Or bsv:kindOf bsc:calf-75
DELETE { bsc:calf-75 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 } INSERT { bsc:calf-75 rdf:subject bs:back ; rdf:predicate bsv:kindOf ; rdf:object bs:running } WHERE { bsc:calf-75 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 }

# fails: Or bsv:kindOf bsc:calf-76
DELETE { bsc:calf-76 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 } INSERT { bsc:calf-76 rdf:subject bs:bruising ; rdf:predicate bsv:kindOf ; rdf:object bs:swelling } WHERE { bsc:calf-76 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 }
