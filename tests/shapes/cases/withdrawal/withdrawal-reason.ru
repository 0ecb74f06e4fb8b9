# fails: LanguageIn bsx:fatigue--pato-0000001
DELETE { bsx:fatigue--pato-0000001 bsv:deprecationReason ?old } INSERT { bsx:fatigue--pato-0000001 bsv:deprecationReason "Some words."@de } WHERE { bsx:fatigue--pato-0000001 bsv:deprecationReason ?old }

# fails: UniqueLang bsx:fatigue--pato-0000002
INSERT DATA { bsx:fatigue--pato-0000002 bsv:deprecationReason "Some words."@en }

# fails: Pattern bsx:fatigue--pato-0000003
DELETE { bsx:fatigue--pato-0000003 bsv:deprecationReason ?old } INSERT { bsx:fatigue--pato-0000003 bsv:deprecationReason "no full stop"@en } WHERE { bsx:fatigue--pato-0000003 bsv:deprecationReason ?old }

# fails: LanguageIn bsc:calf-61
# fails: LanguageIn bsd:d6
# fails: LanguageIn bsm:m5
# fails: LanguageIn bsf:f13
# fails: LanguageIn bsx:fatigue--hp-0000002
INSERT DATA { bsc:calf-61 owl:deprecated true ; bsv:deprecationReason "Worte."@de . bsd:d6 owl:deprecated true ; bsv:deprecationReason "Worte."@de . bsm:m5 owl:deprecated true ; bsv:deprecationReason "Worte."@de . bsf:f13 owl:deprecated true ; bsv:deprecationReason "Worte."@de . bsx:fatigue--hp-0000002 owl:deprecated true ; bsv:deprecationReason "Worte."@de }
