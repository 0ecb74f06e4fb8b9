# fails: MinCount bsm:m4
# also: bsh:step-first-from Or <https://w3id.org/backspasm/mechanism/m4#1>
DELETE WHERE { bsm:m4 bsv:from ?old }

# fails: MaxCount bsm:m3
# also: bsh:step-first-from Or <https://w3id.org/backspasm/mechanism/m3#1>
INSERT DATA { bsm:m3 bsv:from bs:pain }

# fails: Class bsm:m5
# also: bsh:step-first-from Or <https://w3id.org/backspasm/mechanism/m5#1>
DELETE { bsm:m5 bsv:from ?old } INSERT { bsm:m5 bsv:from bsd:d1 } WHERE { bsm:m5 bsv:from ?old }
