# fails: QualifiedMinCount bs:c1
# No claim.
# after derivation
INSERT DATA { bs:c1 a bsv:Cause }

# fails: QualifiedMinCount bs:sprinting
# A cause of something else.
# after derivation
INSERT DATA { bs:sprinting a bsv:Cause }

# fails: QualifiedMinCount bs:fatigue
# A risk, not a cause.
# after derivation
INSERT DATA { bs:fatigue a bsv:Cause }

# fails: QualifiedMinCount bs:c2
# A denied cause.
DELETE { bsc:calf-65 rdf:subject ?old ; rdf:object ?old1 } INSERT { bsc:calf-65 rdf:subject bs:c2 ; rdf:object bs:back-muscle-spasm } WHERE { bsc:calf-65 rdf:subject ?old ; rdf:object ?old1 }
# after derivation
INSERT DATA { bs:c2 a bsv:Cause }

# fails: QualifiedMinCount bs:c3
# A withdrawn claim.
DELETE { bsc:calf-42 rdf:subject ?old ; rdf:object ?old1 } INSERT { bsc:calf-42 rdf:subject bs:c3 ; rdf:object bs:back-muscle-spasm } WHERE { bsc:calf-42 rdf:subject ?old ; rdf:object ?old1 } ;
INSERT DATA { bsc:calf-42 owl:deprecated true ; bsv:deprecationReason "Wrong."@en }
# after derivation
INSERT DATA { bs:c3 a bsv:Cause }
