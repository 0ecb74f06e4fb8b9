# fails: MinCount bsx:fatigue--pato-0000006
DELETE WHERE { bsx:fatigue--pato-0000006 sssom:mapping_justification ?old }

# fails: In bsx:fatigue--pato-0000007
DELETE { bsx:fatigue--pato-0000007 sssom:mapping_justification ?old } INSERT { bsx:fatigue--pato-0000007 sssom:mapping_justification semapv:LexicalMatching } WHERE { bsx:fatigue--pato-0000007 sssom:mapping_justification ?old }
