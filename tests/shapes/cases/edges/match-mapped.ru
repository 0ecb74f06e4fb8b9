# fails: SPARQL skos:exactMatch bs:c1
INSERT DATA { bs:c1 skos:exactMatch obo:HP_0000099 }

# fails: SPARQL skos:relatedMatch bs:old-age
# The mapping is withdrawn.
INSERT DATA { bs:old-age skos:relatedMatch <http://www.ebi.ac.uk/efo/EFO_0000246> }

# fails: SPARQL skos:closeMatch bs:arthritis
# The mapping says otherwise.
INSERT DATA { bs:arthritis skos:closeMatch obo:MONDO_0005578 }

# fails: SPARQL skos:broadMatch bs:c2
# fails: SPARQL skos:narrowMatch bs:c2
INSERT DATA { bs:c2 skos:broadMatch obo:HP_0000098 ; skos:narrowMatch obo:HP_0000097 }
