# fails: LanguageIn bsx:fatigue--pato-0000001
DELETE { bsx:fatigue--pato-0000001 bsv:deprecationReason ?old } INSERT { bsx:fatigue--pato-0000001 bsv:deprecationReason "Some words."@de } WHERE { bsx:fatigue--pato-0000001 bsv:deprecationReason ?old }

# fails: UniqueLang bsx:fatigue--pato-0000002
INSERT DATA { bsx:fatigue--pato-0000002 bsv:deprecationReason "Some words."@en }

# fails: Pattern bsx:fatigue--pato-0000003
DELETE { bsx:fatigue--pato-0000003 bsv:deprecationReason ?old } INSERT { bsx:fatigue--pato-0000003 bsv:deprecationReason "no full stop"@en } WHERE { bsx:fatigue--pato-0000003 bsv:deprecationReason ?old }
