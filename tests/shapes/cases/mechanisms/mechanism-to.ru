# fails: MinCount bsm:m6
# also: bsh:step-last-to Or <https://w3id.org/backspasm/mechanism/m6#2>
DELETE WHERE { bsm:m6 bsv:to ?old }

# fails: MaxCount bsm:m7
# also: bsh:step-last-to Or <https://w3id.org/backspasm/mechanism/m7#2>
INSERT DATA { bsm:m7 bsv:to bs:pain }

# fails: Class bsm:m1
# also: bsh:step-last-to Or <https://w3id.org/backspasm/mechanism/m1#2>
DELETE { bsm:m1 bsv:to ?old } INSERT { bsm:m1 bsv:to bsd:d1 } WHERE { bsm:m1 bsv:to ?old }
