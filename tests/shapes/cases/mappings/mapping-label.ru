# fails: MinCount bsx:fatigue--pato-0000002
DELETE WHERE { bsx:fatigue--pato-0000002 sssom:object_label ?old }

# fails: MaxCount bsx:fatigue--pato-0000003
INSERT DATA { bsx:fatigue--pato-0000003 sssom:object_label "other" }

# fails: Datatype bsx:fatigue--pato-0000004
DELETE { bsx:fatigue--pato-0000004 sssom:object_label ?old } INSERT { bsx:fatigue--pato-0000004 sssom:object_label "example"@en } WHERE { bsx:fatigue--pato-0000004 sssom:object_label ?old }

# fails: Pattern bsx:fatigue--pato-0000005
DELETE { bsx:fatigue--pato-0000005 sssom:object_label ?old } INSERT { bsx:fatigue--pato-0000005 sssom:object_label " example" } WHERE { bsx:fatigue--pato-0000005 sssom:object_label ?old }
