# fails: MinCount bsc:calf-72
DELETE WHERE { bsc:calf-72 bsv:statement ?old }

# fails: LanguageIn bsc:calf-73
DELETE { bsc:calf-73 bsv:statement ?old } INSERT { bsc:calf-73 bsv:statement "Some words."@de } WHERE { bsc:calf-73 bsv:statement ?old }

# fails: UniqueLang bsc:calf-74
INSERT DATA { bsc:calf-74 bsv:statement "Some words."@en }

# fails: Pattern bsc:calf-75
DELETE { bsc:calf-75 bsv:statement ?old } INSERT { bsc:calf-75 bsv:statement "no full stop"@en } WHERE { bsc:calf-75 bsv:statement ?old }
