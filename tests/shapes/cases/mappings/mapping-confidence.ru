# fails: MinCount bsx:fatigue--pato-0000008
DELETE WHERE { bsx:fatigue--pato-0000008 sssom:confidence ?old }

# fails: MaxCount bsx:fatigue--pato-0000001
INSERT DATA { bsx:fatigue--pato-0000001 sssom:confidence 0.5 }

# fails: Datatype bsx:fatigue--pato-0000002
DELETE { bsx:fatigue--pato-0000002 sssom:confidence ?old } INSERT { bsx:fatigue--pato-0000002 sssom:confidence 1 } WHERE { bsx:fatigue--pato-0000002 sssom:confidence ?old }

# fails: MinInclusive bsx:fatigue--pato-0000003
DELETE { bsx:fatigue--pato-0000003 sssom:confidence ?old } INSERT { bsx:fatigue--pato-0000003 sssom:confidence "-0.1"^^xsd:decimal } WHERE { bsx:fatigue--pato-0000003 sssom:confidence ?old }

# fails: MaxInclusive bsx:fatigue--pato-0000004
DELETE { bsx:fatigue--pato-0000004 sssom:confidence ?old } INSERT { bsx:fatigue--pato-0000004 sssom:confidence 1.1 } WHERE { bsx:fatigue--pato-0000004 sssom:confidence ?old }
