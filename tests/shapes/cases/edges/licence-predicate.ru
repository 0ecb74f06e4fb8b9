# fails: Or bsc:calf-47
# after derivation
DELETE { bsc:calf-47 bsv:licenses ?old } INSERT { bsc:calf-47 bsv:licenses bsv:contributesTo } WHERE { bsc:calf-47 bsv:licenses ?old }

# fails: Or bsc:calf-48
DELETE { bsc:calf-48 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 } INSERT { bsc:calf-48 rdf:subject bs:sprinting ; rdf:predicate bsv:precedes ; rdf:object bs:swelling } WHERE { bsc:calf-48 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 }
# after derivation
DELETE { bsc:calf-48 bsv:licenses ?old } INSERT { bsc:calf-48 bsv:licenses bsv:mayCause } WHERE { bsc:calf-48 bsv:licenses ?old } ;
DELETE WHERE { bs:sprinting bsv:precedes bs:swelling }

# fails: Or bsc:calf-49
DELETE { bsc:calf-49 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 } INSERT { bsc:calf-49 rdf:subject bs:sprinting ; rdf:predicate bsv:precedes ; rdf:object bs:swelling } WHERE { bsc:calf-49 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 }
# after derivation
DELETE { bsc:calf-49 bsv:licenses ?old } INSERT { bsc:calf-49 bsv:licenses bsv:mayTreat } WHERE { bsc:calf-49 bsv:licenses ?old } ;
DELETE WHERE { bs:sprinting bsv:precedes bs:swelling }

# fails: Or bsc:calf-50
DELETE { bsc:calf-50 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 } INSERT { bsc:calf-50 rdf:subject bs:massage ; rdf:predicate bsv:treats ; rdf:object bs:fatigue } WHERE { bsc:calf-50 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 }
# after derivation
DELETE { bsc:calf-50 bsv:licenses ?old } INSERT { bsc:calf-50 bsv:licenses bsv:mayCause } WHERE { bsc:calf-50 bsv:licenses ?old } ;
DELETE WHERE { bs:massage bsv:treats bs:fatigue }

# fails: Or bsc:calf-51
# after derivation
DELETE { bsc:calf-51 bsv:licenses ?old } INSERT { bsc:calf-51 bsv:licenses bsv:mayTreat } WHERE { bsc:calf-51 bsv:licenses ?old }

# fails: Or bsc:calf-52
DELETE { bsc:calf-52 rdf:predicate ?old } INSERT { bsc:calf-52 rdf:predicate bsv:mayCause } WHERE { bsc:calf-52 rdf:predicate ?old }
# after derivation
DELETE { bsc:calf-52 bsv:licenses ?old } INSERT { bsc:calf-52 bsv:licenses bsv:causes } WHERE { bsc:calf-52 bsv:licenses ?old }
