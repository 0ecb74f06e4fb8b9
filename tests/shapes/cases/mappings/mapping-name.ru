# fails: SPARQL bsv:Mapping bsx:pain--pato-0000001
INSERT { bsx:pain--pato-0000001 ?p ?o } WHERE { bsx:fatigue--pato-0000001 ?p ?o }

# fails: SPARQL bsv:Mapping bsx:fatigue--pato-0000002x
INSERT { bsx:fatigue--pato-0000002x ?p ?o } WHERE { bsx:fatigue--pato-0000001 ?p ?o }
