# fails: MinCount bsf:f9
DELETE WHERE { bsf:f9 bsv:statement ?old }

# fails: LanguageIn bsf:f10
DELETE { bsf:f10 bsv:statement ?old } INSERT { bsf:f10 bsv:statement "Some words."@de } WHERE { bsf:f10 bsv:statement ?old }

# fails: UniqueLang bsf:f11
INSERT DATA { bsf:f11 bsv:statement "Some words."@en }

# fails: Pattern bsf:f12
DELETE { bsf:f12 bsv:statement ?old } INSERT { bsf:f12 bsv:statement "no full stop"@en } WHERE { bsf:f12 bsv:statement ?old }
