# fails: LanguageIn bs:c6
INSERT DATA { bs:c6 bsv:curatorNote "Some words."@de }

# fails: Pattern bs:c7
INSERT DATA { bs:c7 bsv:curatorNote "no full stop"@en }
