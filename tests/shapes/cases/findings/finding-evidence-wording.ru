# fails: LanguageIn bsf:f14
INSERT DATA { bsf:f14 bsv:evidenceWording "a study"@de }

# fails: UniqueLang bsf:f15
INSERT DATA { bsf:f15 bsv:evidenceWording "a study"@en , "Other a study"@en }

# fails: Pattern bsf:f16
INSERT DATA { bsf:f16 bsv:evidenceWording "one two three four five six seven eight nine"@en }
