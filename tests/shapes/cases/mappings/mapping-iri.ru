# fails: Pattern bsx:fatigue--PATO-0000001
INSERT { bsx:fatigue--PATO-0000001 ?p ?o } WHERE { bsx:fatigue--pato-0000001 ?p ?o }

# fails: Pattern _:
# A blank node cannot be cited.
# also: bsh:mapping-name SPARQL bsv:Mapping _:
INSERT DATA { [] a bsv:Mapping ; owl:annotatedSource bs:pain ; owl:annotatedProperty skos:relatedMatch ;
  owl:annotatedTarget obo:PATO_0000001 ; sssom:object_label "example" ; sssom:mapping_justification semapv:ManualMappingCuration ;
  sssom:confidence 0.9 ; sssom:object_source obo:pato.owl ; sssom:object_source_version "1" ;
  owl:deprecated true ; bsv:deprecationReason "Wrong."@en }
