# fails: Closed bsc:calf-65
INSERT DATA { bsc:calf-65 skos:altLabel "a name"@en }
