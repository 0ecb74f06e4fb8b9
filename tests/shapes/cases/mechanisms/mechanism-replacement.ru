# fails: Class bsm:m5
INSERT DATA { bsm:m5 owl:deprecated true ; bsv:deprecationReason "Wrong."@en ; dcterms:isReplacedBy bsd:salt }
