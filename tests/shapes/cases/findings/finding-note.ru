# fails: LanguageIn bsf:f13
INSERT DATA { bsf:f13 bsv:curatorNote "Some words."@de }

# fails: Pattern bsf:f14
INSERT DATA { bsf:f14 bsv:curatorNote "no full stop"@en }
