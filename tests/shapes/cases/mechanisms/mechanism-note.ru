# fails: LanguageIn bsm:m4
INSERT DATA { bsm:m4 bsv:curatorNote "Some words."@de }

# fails: Pattern bsm:m3
INSERT DATA { bsm:m3 bsv:curatorNote "no full stop"@en }
