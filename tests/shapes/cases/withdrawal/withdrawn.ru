# fails: In bs:c7
INSERT DATA { bs:c7 owl:deprecated false ; bsv:deprecationReason "None."@en }
