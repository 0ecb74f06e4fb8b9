# fails: LanguageIn bsf:f15
INSERT DATA { bsf:f15 bsv:hedge "about"@de }

# fails: UniqueLang bsf:f16
INSERT DATA { bsf:f16 bsv:hedge "about"@en , "Other about"@en }

# fails: Pattern bsf:f9
INSERT DATA { bsf:f9 bsv:hedge "one two three four five six seven eight nine"@en }
