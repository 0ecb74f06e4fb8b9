# fails: And bs:c4
INSERT DATA { bs:c4 bsv:passage <https://w3id.org/backspasm/document/calf#char=60,90> }

# fails: And bs:c5
# also: bsh:concept-use Or bs:c5
# after derivation
DELETE WHERE { bs:c5 bsv:passage ?old }
