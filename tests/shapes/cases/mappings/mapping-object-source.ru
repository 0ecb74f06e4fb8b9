# fails: MinCount bsx:fatigue--pato-0000005
DELETE WHERE { bsx:fatigue--pato-0000005 sssom:object_source ?old }

# fails: MaxCount bsx:fatigue--pato-0000006
INSERT DATA { bsx:fatigue--pato-0000006 sssom:object_source obo:hp.owl }

# fails: NodeKind bsx:fatigue--pato-0000007
DELETE { bsx:fatigue--pato-0000007 sssom:object_source ?old } INSERT { bsx:fatigue--pato-0000007 sssom:object_source "http://purl.obolibrary.org/obo/pato.owl" } WHERE { bsx:fatigue--pato-0000007 sssom:object_source ?old }

# fails: NodeKind bsx:fatigue--pato-0000007
# also: bsh:mapping-source-fits Or bsx:fatigue--pato-0000007
DELETE { bsx:fatigue--pato-0000007 sssom:object_source ?old } INSERT { bsx:fatigue--pato-0000007 sssom:object_source _:source } WHERE { bsx:fatigue--pato-0000007 sssom:object_source ?old }
