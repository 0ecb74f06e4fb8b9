# fails: Or bsx:fatigue--pato-0000002
# also: bsh:mapping-name SPARQL bsv:Mapping bsx:fatigue--pato-0000002
DELETE { bsx:fatigue--pato-0000002 owl:annotatedTarget ?old ; sssom:object_source ?old1 } INSERT { bsx:fatigue--pato-0000002 owl:annotatedTarget <http://purl.obolibrary.org/obo/PATO_0000009> ; sssom:object_source <http://id.nlm.nih.gov/mesh> } WHERE { bsx:fatigue--pato-0000002 owl:annotatedTarget ?old ; sssom:object_source ?old1 }

# fails: Or bsx:fatigue--pato-0000003
# also: bsh:mapping-name SPARQL bsv:Mapping bsx:fatigue--pato-0000003
DELETE { bsx:fatigue--pato-0000003 owl:annotatedTarget ?old ; sssom:object_source ?old1 } INSERT { bsx:fatigue--pato-0000003 owl:annotatedTarget <http://purl.obolibrary.org/obo/PATO_0000009> ; sssom:object_source <http://purl.bioontology.org/ontology/ICD10CM> } WHERE { bsx:fatigue--pato-0000003 owl:annotatedTarget ?old ; sssom:object_source ?old1 }

# fails: Or bsx:fatigue--pato-0000004
# also: bsh:mapping-name SPARQL bsv:Mapping bsx:fatigue--pato-0000004
DELETE { bsx:fatigue--pato-0000004 owl:annotatedTarget ?old ; sssom:object_source ?old1 } INSERT { bsx:fatigue--pato-0000004 owl:annotatedTarget <http://id.nlm.nih.gov/mesh/D000001> ; sssom:object_source <http://purl.bioontology.org/ontology/ICD10CM> } WHERE { bsx:fatigue--pato-0000004 owl:annotatedTarget ?old ; sssom:object_source ?old1 }

# fails: Or bsx:fatigue--pato-0000005
# also: bsh:mapping-name SPARQL bsv:Mapping bsx:fatigue--pato-0000005
DELETE { bsx:fatigue--pato-0000005 owl:annotatedTarget ?old ; sssom:object_source ?old1 } INSERT { bsx:fatigue--pato-0000005 owl:annotatedTarget <http://id.nlm.nih.gov/mesh/D000001> ; sssom:object_source <http://www.ebi.ac.uk/efo/efo.owl> } WHERE { bsx:fatigue--pato-0000005 owl:annotatedTarget ?old ; sssom:object_source ?old1 }

# fails: Or bsx:fatigue--pato-0000006
# also: bsh:mapping-name SPARQL bsv:Mapping bsx:fatigue--pato-0000006
DELETE { bsx:fatigue--pato-0000006 owl:annotatedTarget ?old ; sssom:object_source ?old1 } INSERT { bsx:fatigue--pato-0000006 owl:annotatedTarget <http://purl.bioontology.org/ontology/ICD10CM/M62.83> ; sssom:object_source <http://www.ebi.ac.uk/efo/efo.owl> } WHERE { bsx:fatigue--pato-0000006 owl:annotatedTarget ?old ; sssom:object_source ?old1 }

# fails: Or bsx:fatigue--pato-0000007
# also: bsh:mapping-name SPARQL bsv:Mapping bsx:fatigue--pato-0000007
DELETE { bsx:fatigue--pato-0000007 owl:annotatedTarget ?old ; sssom:object_source ?old1 } INSERT { bsx:fatigue--pato-0000007 owl:annotatedTarget <http://purl.bioontology.org/ontology/ICD10CM/M62.83> ; sssom:object_source <http://purl.obolibrary.org/obo/pato.owl> } WHERE { bsx:fatigue--pato-0000007 owl:annotatedTarget ?old ; sssom:object_source ?old1 }

# fails: Or bsx:fatigue--pato-0000008
# also: bsh:mapping-name SPARQL bsv:Mapping bsx:fatigue--pato-0000008
DELETE { bsx:fatigue--pato-0000008 owl:annotatedTarget ?old ; sssom:object_source ?old1 } INSERT { bsx:fatigue--pato-0000008 owl:annotatedTarget <http://www.ebi.ac.uk/efo/EFO_0000246> ; sssom:object_source <http://purl.obolibrary.org/obo/pato.owl> } WHERE { bsx:fatigue--pato-0000008 owl:annotatedTarget ?old ; sssom:object_source ?old1 }

# fails: Or bsx:fatigue--pato-0000001
# also: bsh:mapping-name SPARQL bsv:Mapping bsx:fatigue--pato-0000001
DELETE { bsx:fatigue--pato-0000001 owl:annotatedTarget ?old ; sssom:object_source ?old1 } INSERT { bsx:fatigue--pato-0000001 owl:annotatedTarget <http://www.ebi.ac.uk/efo/EFO_0000246> ; sssom:object_source <http://id.nlm.nih.gov/mesh> } WHERE { bsx:fatigue--pato-0000001 owl:annotatedTarget ?old ; sssom:object_source ?old1 }
