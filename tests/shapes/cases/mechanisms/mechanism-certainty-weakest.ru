# fails: Or bsm:run
# after derivation
DELETE { bsm:run bsv:certainty ?old } INSERT { bsm:run bsv:certainty bsv:Likely } WHERE { bsm:run bsv:certainty ?old }

# fails: Or bsm:run
# after derivation
DELETE { bsm:run bsv:certainty ?old } INSERT { bsm:run bsv:certainty bsv:Stated } WHERE { bsm:run bsv:certainty ?old }

# fails: Or bsm:limp
# after derivation
DELETE { bsm:limp bsv:certainty ?old } INSERT { bsm:limp bsv:certainty bsv:Stated } WHERE { bsm:limp bsv:certainty ?old }
