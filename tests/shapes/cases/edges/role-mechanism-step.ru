# fails: QualifiedMinCount bs:c1
# In no mechanism.
# after derivation
INSERT DATA { bs:c1 a bsv:MechanismStep }

# fails: QualifiedMinCount bs:back-muscle-spasm
# Only at the end of mechanisms.
# after derivation
INSERT DATA { bs:back-muscle-spasm a bsv:MechanismStep }
