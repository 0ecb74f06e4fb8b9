# fails: HasValue bs:c7
# also: bsh:concept-scheme MinCount bs:c7
DELETE DATA { bs:c7 a skos:Concept }

# fails: In bs:c1
INSERT DATA { bs:c1 a oa:SpecificResource }
