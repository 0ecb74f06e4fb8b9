# fails: Closed bs:c6
INSERT DATA { bs:c6 bsv:next bs:pain }
