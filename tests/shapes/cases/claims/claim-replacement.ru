# fails: Class bsc:calf-63
INSERT DATA { bsc:calf-63 owl:deprecated true ; bsv:deprecationReason "Wrong."@en ; dcterms:isReplacedBy bsd:salt }
