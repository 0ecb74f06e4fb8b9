# fails: MaxCount bsc:calf-59
INSERT DATA { bsc:calf-59 bsv:subjectQualifier bsv:Chronic }
# after derivation
DELETE { bsc:calf-59 bsv:licenses ?old } INSERT { bsc:calf-59 bsv:licenses bsv:causes } WHERE { bsc:calf-59 bsv:licenses ?old }
