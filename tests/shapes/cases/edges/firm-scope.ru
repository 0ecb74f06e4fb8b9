# fails: MaxCount bsc:calf-55
INSERT DATA { bsc:calf-55 bsv:scope bs:arthritis }
# after derivation
DELETE { bsc:calf-55 bsv:licenses ?old } INSERT { bsc:calf-55 bsv:licenses bsv:causes } WHERE { bsc:calf-55 bsv:licenses ?old }

# fails: MaxCount bsc:calf-53
# fails: MaxCount bsc:calf-54
# fails: MaxCount bsc:calf-55
# fails: MaxCount bsc:calf-56
# fails: MaxCount bsc:calf-57
# fails: MaxCount bsc:calf-58
# fails: MaxCount bsc:calf-59
# fails: MaxCount bsc:calf-60
# fails: MaxCount bsc:calf-61
# fails: MaxCount bsc:calf-62
# fails: MaxCount bsc:calf-63
# fails: MaxCount bsc:calf-64
# also: bsh:licence-affirmed In bsc:calf-61
# also: bsh:licence-affirmed In bsc:calf-62
# also: bsh:licence-affirmed In bsc:calf-63
# also: bsh:licence-affirmed In bsc:calf-64
# also: bsh:licence-predicate Or bsc:calf-53
# also: bsh:licence-predicate Or bsc:calf-54
# also: bsh:licence-predicate Or bsc:calf-55
# also: bsh:licence-predicate Or bsc:calf-56
# also: bsh:licence-predicate Or bsc:calf-57
# also: bsh:licence-predicate Or bsc:calf-58
# also: bsh:licence-predicate Or bsc:calf-59
# also: bsh:licence-predicate Or bsc:calf-60
# also: bsh:licence-predicate Or bsc:calf-61
# also: bsh:licence-predicate Or bsc:calf-62
# also: bsh:licence-predicate Or bsc:calf-63
# also: bsh:licence-predicate Or bsc:calf-64
INSERT DATA { bsc:calf-53 bsv:scope bs:arthritis . bsc:calf-54 bsv:scope bs:arthritis . bsc:calf-55 bsv:scope bs:arthritis . bsc:calf-56 bsv:scope bs:arthritis . bsc:calf-57 bsv:scope bs:arthritis . bsc:calf-58 bsv:scope bs:arthritis . bsc:calf-59 bsv:scope bs:arthritis . bsc:calf-60 bsv:scope bs:arthritis . bsc:calf-61 bsv:scope bs:arthritis . bsc:calf-62 bsv:scope bs:arthritis . bsc:calf-63 bsv:scope bs:arthritis . bsc:calf-64 bsv:scope bs:arthritis }
# after derivation
DELETE WHERE { bsc:calf-53 bsv:licenses ?old } ;
INSERT DATA { bsc:calf-53 bsv:licenses bsv:contributesTo } ;
DELETE WHERE { bsc:calf-54 bsv:licenses ?old } ;
INSERT DATA { bsc:calf-54 bsv:licenses bsv:contributesToSeverityOf } ;
DELETE WHERE { bsc:calf-55 bsv:licenses ?old } ;
INSERT DATA { bsc:calf-55 bsv:licenses bsv:precedes } ;
DELETE WHERE { bsc:calf-56 bsv:licenses ?old } ;
INSERT DATA { bsc:calf-56 bsv:licenses bsv:associatedWith } ;
DELETE WHERE { bsc:calf-57 bsv:licenses ?old } ;
INSERT DATA { bsc:calf-57 bsv:licenses bsv:manifestsAs } ;
DELETE WHERE { bsc:calf-58 bsv:licenses ?old } ;
INSERT DATA { bsc:calf-58 bsv:licenses bsv:resembles } ;
DELETE WHERE { bsc:calf-59 bsv:licenses ?old } ;
INSERT DATA { bsc:calf-59 bsv:licenses bsv:treats } ;
DELETE WHERE { bsc:calf-60 bsv:licenses ?old } ;
INSERT DATA { bsc:calf-60 bsv:licenses bsv:prevents } ;
DELETE WHERE { bsc:calf-61 bsv:licenses ?old } ;
INSERT DATA { bsc:calf-61 bsv:licenses bsv:occursIn } ;
DELETE WHERE { bsc:calf-62 bsv:licenses ?old } ;
INSERT DATA { bsc:calf-62 bsv:licenses bsv:frequentIn } ;
DELETE WHERE { bsc:calf-63 bsv:licenses ?old } ;
INSERT DATA { bsc:calf-63 bsv:licenses bsv:partOf } ;
DELETE WHERE { bsc:calf-64 bsv:licenses ?old } ;
INSERT DATA { bsc:calf-64 bsv:licenses bsv:kindOf }
