# fails: Xone bsc:calf-63
# Stronger than the text bears.
DELETE { bsc:calf-63 bsv:evidence ?old } INSERT { bsc:calf-63 bsv:evidence obo:ECO_0000033 } WHERE { bsc:calf-63 bsv:evidence ?old }

# fails: Xone bsc:calf-64
INSERT DATA { bsc:calf-64 bsv:citedWork <https://doi.org/10.1000/3> }
