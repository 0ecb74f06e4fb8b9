# fails: LanguageIn bsf:f4
DELETE WHERE { bsf:f4 bsv:value ?old } ;
INSERT DATA { bsf:f4 bsv:wording "einige"@de }

# fails: UniqueLang bsf:f1
DELETE WHERE { bsf:f1 bsv:value ?old } ;
INSERT DATA { bsf:f1 bsv:wording "some"@en , "a few"@en }

# fails: Pattern bsf:f2
DELETE WHERE { bsf:f2 bsv:value ?old } ;
INSERT DATA { bsf:f2 bsv:wording "one two three four five six seven eight nine"@en }
