# fails: LanguageIn bsc:calf-69
INSERT DATA { bsc:calf-69 bsv:evidenceWording "a study"@de }

# fails: UniqueLang bsc:calf-70
INSERT DATA { bsc:calf-70 bsv:evidenceWording "a study"@en , "Other a study"@en }

# fails: Pattern bsc:calf-71
INSERT DATA { bsc:calf-71 bsv:evidenceWording "one two three four five six seven eight nine"@en }
