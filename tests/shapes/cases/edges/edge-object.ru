# fails: Class bs:c1 bsc:calf-45
# also: bsh:edge-licensed SPARQL bsv:ClaimPredicate bs:c1
# A claim is no concept.
# after derivation
INSERT DATA { bs:c1 bsv:associatedWith bsc:calf-45 }

# fails: Class bs:c1 bsc:calf-45
# fails: Class bs:c1 bsc:calf-46
# fails: Class bs:c1 bsc:calf-47
# fails: Class bs:c1 bsc:calf-48
# fails: Class bs:c1 bsc:calf-49
# fails: Class bs:c1 bsc:calf-50
# fails: Class bs:c1 bsc:calf-51
# fails: Class bs:c1 bsc:calf-52
# fails: Class bs:c1 bsc:calf-53
# fails: Class bs:c1 bsc:calf-54
# fails: Class bs:c1 bsc:calf-55
# fails: Class bs:c1 bsc:calf-56
# fails: Class bs:c1 bsc:calf-57
# fails: Class bs:c1 bsc:calf-58
# fails: Class bs:c1 bsc:calf-59
# fails: Class bs:c1 bsc:calf-60
# also: bsh:edge-licensed SPARQL bsv:ClaimPredicate bs:c1
# after derivation
INSERT DATA { bs:c1 bsv:mayCause bsc:calf-45 ; bsv:contributesTo bsc:calf-46 ; bsv:causes bsc:calf-47 ; bsv:increasesRiskOf bsc:calf-48 ; bsv:contributesToSeverityOf bsc:calf-49 ; bsv:precedes bsc:calf-50 ; bsv:associatedWith bsc:calf-51 ; bsv:manifestsAs bsc:calf-52 ; bsv:resembles bsc:calf-53 ; bsv:mayTreat bsc:calf-54 ; bsv:treats bsc:calf-55 ; bsv:prevents bsc:calf-56 ; bsv:occursIn bsc:calf-57 ; bsv:frequentIn bsc:calf-58 ; bsv:partOf bsc:calf-59 ; bsv:kindOf bsc:calf-60 }
