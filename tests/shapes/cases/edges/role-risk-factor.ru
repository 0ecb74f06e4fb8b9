# fails: QualifiedMinCount bs:c1
# No claim.
# after derivation
INSERT DATA { bs:c1 a bsv:RiskFactor }

# fails: QualifiedMinCount bs:arthritis
# A cause, not a risk.
# after derivation
INSERT DATA { bs:arthritis a bsv:RiskFactor }

# fails: QualifiedMinCount bs:c2
# A denied risk.
DELETE { bsc:calf-66 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 } INSERT { bsc:calf-66 rdf:subject bs:c2 ; rdf:predicate bsv:increasesRiskOf ; rdf:object bs:back-muscle-spasm } WHERE { bsc:calf-66 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 }
# after derivation
INSERT DATA { bs:c2 a bsv:RiskFactor }

# fails: QualifiedMinCount bs:c3
# A withdrawn claim.
DELETE { bsc:calf-43 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 } INSERT { bsc:calf-43 rdf:subject bs:c3 ; rdf:predicate bsv:increasesRiskOf ; rdf:object bs:back-muscle-spasm } WHERE { bsc:calf-43 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 } ;
INSERT DATA { bsc:calf-43 owl:deprecated true ; bsv:deprecationReason "Wrong."@en }
# after derivation
INSERT DATA { bs:c3 a bsv:RiskFactor }

# fails: QualifiedMinCount bs:c4
# A risk of something else.
DELETE { bsc:calf-44 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 } INSERT { bsc:calf-44 rdf:subject bs:c4 ; rdf:predicate bsv:increasesRiskOf ; rdf:object bs:pain } WHERE { bsc:calf-44 rdf:subject ?old ; rdf:predicate ?old1 ; rdf:object ?old2 }
# after derivation
INSERT DATA { bs:c4 a bsv:RiskFactor }
