# fails: MaxCount MONDO:0005578
# also: bsh:mapping-name SPARQL bsv:Mapping bsx:fatigue--hp-0000001
DELETE { bsx:fatigue--hp-0000001 owl:annotatedProperty ?old ; owl:annotatedTarget ?old1 } INSERT { bsx:fatigue--hp-0000001 owl:annotatedProperty skos:exactMatch ; owl:annotatedTarget obo:MONDO_0005578 } WHERE { bsx:fatigue--hp-0000001 owl:annotatedProperty ?old ; owl:annotatedTarget ?old1 }
