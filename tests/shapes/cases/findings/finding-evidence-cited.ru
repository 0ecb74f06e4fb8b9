# fails: Xone bsf:f12
DELETE { bsf:f12 bsv:evidence ?old } INSERT { bsf:f12 bsv:evidence obo:ECO_0006016 } WHERE { bsf:f12 bsv:evidence ?old }

# fails: Xone bsf:f13
INSERT DATA { bsf:f13 bsv:citedWork <https://doi.org/10.1000/3> }
