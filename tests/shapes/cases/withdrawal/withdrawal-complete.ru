# fails: Xone bs:c1
INSERT DATA { bs:c1 owl:deprecated true }

# fails: Xone bs:c2
INSERT DATA { bs:c2 bsv:deprecationReason "None."@en }

# fails: Xone bs:c3
INSERT DATA { bs:c3 dcterms:isReplacedBy bs:pain }
