# fails: Or <https://w3id.org/backspasm/mechanism/m1#2>
INSERT DATA { bsc:calf-32 owl:deprecated true ; bsv:deprecationReason "Wrong."@en }
