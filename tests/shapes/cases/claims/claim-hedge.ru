# fails: LanguageIn bsc:calf-66
DELETE { bsc:calf-66 bsv:hedge ?old } INSERT { bsc:calf-66 bsv:hedge "not"@de } WHERE { bsc:calf-66 bsv:hedge ?old }

# fails: UniqueLang bsc:calf-67
INSERT DATA { bsc:calf-67 bsv:hedge "not"@en }

# fails: Pattern bsc:calf-68
DELETE { bsc:calf-68 bsv:hedge ?old } INSERT { bsc:calf-68 bsv:hedge "one two three four five six seven eight nine"@en } WHERE { bsc:calf-68 bsv:hedge ?old }
