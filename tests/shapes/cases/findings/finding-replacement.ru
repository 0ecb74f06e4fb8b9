# fails: Class bsf:f13
INSERT DATA { bsf:f13 owl:deprecated true ; bsv:deprecationReason "Wrong."@en ; dcterms:isReplacedBy bsd:salt }
