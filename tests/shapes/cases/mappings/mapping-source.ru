# fails: MinCount bsx:fatigue--pato-0000001
DELETE WHERE { bsx:fatigue--pato-0000001 owl:annotatedSource ?old }

# fails: MaxCount bsx:fatigue--pato-0000002
# also: bsh:mapping-name SPARQL bsv:Mapping bsx:fatigue--pato-0000002
INSERT DATA { bsx:fatigue--pato-0000002 owl:annotatedSource bs:pain }

# fails: Class bsx:fatigue--pato-0000003
# also: bsh:mapping-name SPARQL bsv:Mapping bsx:fatigue--pato-0000003
DELETE { bsx:fatigue--pato-0000003 owl:annotatedSource ?old } INSERT { bsx:fatigue--pato-0000003 owl:annotatedSource bsd:d1 } WHERE { bsx:fatigue--pato-0000003 owl:annotatedSource ?old }
