# fails: Xone bsm:m7
INSERT DATA { bsm:m7 bsv:composed true }

# fails: Xone bsm:brine
DELETE WHERE { bsm:brine bsv:composed ?old }
