# fails: MinCount bsx:fatigue--pato-0000004
DELETE WHERE { bsx:fatigue--pato-0000004 owl:annotatedProperty ?old }

# fails: MaxCount bsx:fatigue--pato-0000005
INSERT DATA { bsx:fatigue--pato-0000005 owl:annotatedProperty skos:closeMatch }

# fails: In bsx:fatigue--pato-0000006
DELETE { bsx:fatigue--pato-0000006 owl:annotatedProperty ?old } INSERT { bsx:fatigue--pato-0000006 owl:annotatedProperty owl:sameAs } WHERE { bsx:fatigue--pato-0000006 owl:annotatedProperty ?old }
