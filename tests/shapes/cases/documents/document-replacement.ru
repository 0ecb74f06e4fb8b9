# fails: Class bsd:d6
INSERT DATA { bsd:d6 owl:deprecated true ; bsv:deprecationReason "Lost."@en ; dcterms:isReplacedBy bsf:f1 }
