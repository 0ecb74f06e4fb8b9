# fails: LanguageIn bsc:calf-76
INSERT DATA { bsc:calf-76 bsv:curatorNote "Some words."@de }

# fails: Pattern bsc:calf-77
INSERT DATA { bsc:calf-77 bsv:curatorNote "no full stop"@en }
