# fails: Class bs:c5
INSERT DATA { bs:c5 owl:deprecated true ; bsv:deprecationReason "Wrong."@en ; dcterms:isReplacedBy bsd:d1 }
