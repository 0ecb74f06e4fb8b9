# fails: In bsm:m6
INSERT DATA { bsm:m6 bsv:composed false }
