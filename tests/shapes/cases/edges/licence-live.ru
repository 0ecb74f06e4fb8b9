# fails: MaxCount bsc:calf-46
INSERT DATA { bsc:calf-46 owl:deprecated true ; bsv:deprecationReason "Wrong."@en }
# after derivation
INSERT DATA { bsc:calf-46 bsv:licenses bsv:causes }
