# fails: LanguageIn bsd:d4
INSERT DATA { bsd:d4 bsv:curatorNote "Some words."@de }

# fails: Pattern bsd:d5
INSERT DATA { bsd:d5 bsv:curatorNote "no full stop"@en }
