# fails: SPARQL bsv:ClaimPredicate bs:c1
# Written by hand, with no claim at all.
INSERT DATA { bs:c1 bsv:causes bs:pain }

# fails: SPARQL bsv:ClaimPredicate bs:c5
# The only claim is possible.
DELETE { bsc:calf-41 rdf:subject ?old ; rdf:object ?old1 ; bsv:certainty ?old2 } INSERT { bsc:calf-41 rdf:subject bs:c5 ; rdf:object bs:pain ; bsv:certainty bsv:Possible } WHERE { bsc:calf-41 rdf:subject ?old ; rdf:object ?old1 ; bsv:certainty ?old2 } ;
INSERT DATA { bsc:calf-41 bsv:hedge "may"@en } ;
INSERT DATA { bs:c5 bsv:causes bs:pain }

# fails: SPARQL bsv:ClaimPredicate bs:arthritis
# The only claim rests on a heading.
INSERT DATA { bs:arthritis bsv:causes bs:lower-back-spasm }

# fails: SPARQL bsv:ClaimPredicate bs:massage
# The claim says bsv:mayTreat.
INSERT DATA { bs:massage bsv:treats bs:pain }

# fails: SPARQL bsv:ClaimPredicate bs:fatigue
# The claim is about risk.
INSERT DATA { bs:fatigue bsv:mayCause bs:lower-back-spasm }

# fails: SPARQL bsv:ClaimPredicate bs:fatigue
# The claim is about what came first.
INSERT DATA { bs:fatigue bsv:mayCause bs:pain }

# fails: SPARQL bsv:ClaimPredicate bs:old-age
# The claim is withdrawn.
INSERT DATA { bs:old-age bsv:causes bs:swelling }

# fails: SPARQL bsv:ClaimPredicate bs:salt
# The claim holds in children only.
INSERT DATA { bs:salt bsv:causes bs:pain }
