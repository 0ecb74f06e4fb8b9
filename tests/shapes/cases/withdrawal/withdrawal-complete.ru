# fails: Xone bs:c1
INSERT DATA { bs:c1 owl:deprecated true }

# fails: Xone bs:c2
INSERT DATA { bs:c2 bsv:deprecationReason "None."@en }

# fails: Xone bs:c3
INSERT DATA { bs:c3 dcterms:isReplacedBy bs:pain }

# fails: Xone bsc:calf-61
# fails: Xone bsd:d6
# fails: Xone bsm:m5
# fails: Xone bsf:f13
# fails: Xone bsx:fatigue--hp-0000002
INSERT DATA { bsc:calf-61 bsv:deprecationReason "None."@en . bsd:d6 bsv:deprecationReason "None."@en . bsm:m5 bsv:deprecationReason "None."@en . bsf:f13 bsv:deprecationReason "None."@en . bsx:fatigue--hp-0000002 bsv:deprecationReason "None."@en }
