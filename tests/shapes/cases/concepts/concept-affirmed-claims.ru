# fails: Node bs:c4 bsc:calf-61
# A denied claim.
# after derivation
INSERT DATA { bs:c4 bsv:causeClaim bsc:calf-61 }

# fails: Node bs:c5 bsc:calf-90
# A withdrawn claim.
# after derivation
INSERT DATA { bs:c5 bsv:treatmentClaim bsc:calf-90 }
