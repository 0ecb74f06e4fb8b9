# fails: MaxCount bsc:calf-59
INSERT DATA { bsc:calf-59 bsv:subjectQualifier bsv:Chronic }
# after derivation
DELETE { bsc:calf-59 bsv:licenses ?old } INSERT { bsc:calf-59 bsv:licenses bsv:causes } WHERE { bsc:calf-59 bsv:licenses ?old }

# fails: MaxCount bsc:calf-57
# fails: MaxCount bsc:calf-58
# also: bsh:licence-predicate Or bsc:calf-57
# also: bsh:licence-predicate Or bsc:calf-58
INSERT DATA { bsc:calf-57 bsv:subjectQualifier bsv:Chronic . bsc:calf-58 bsv:subjectQualifier bsv:Chronic }
# after derivation
DELETE WHERE { bsc:calf-57 bsv:licenses ?old } ;
INSERT DATA { bsc:calf-57 bsv:licenses bsv:contributesTo } ;
DELETE WHERE { bsc:calf-58 bsv:licenses ?old } ;
INSERT DATA { bsc:calf-58 bsv:licenses bsv:treats }
