# fails: MaxCount bsc:calf-45
# after derivation
INSERT DATA { bsc:calf-45 bsv:licenses bsv:mayCause }

# fails: Class bsc:calf-46 bsv:Stated
# also: bsh:licence-predicate Or bsc:calf-46
# A certainty is no predicate.
# after derivation
DELETE WHERE { bsc:calf-46 bsv:licenses ?old } ;
INSERT DATA { bsc:calf-46 bsv:licenses bsv:Stated }
