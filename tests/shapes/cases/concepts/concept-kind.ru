# fails: Xone bs:c2
DELETE DATA { bs:c2 a bsv:Condition }

# fails: Xone bs:c3
INSERT DATA { bs:c3 a bsv:Exposure }

# fails: Xone bs:c4
INSERT DATA { bs:c4 a bsv:Process }

# fails: Xone bs:c5
INSERT DATA { bs:c5 a bsv:Trait }

# fails: Xone bs:c6
INSERT DATA { bs:c6 a bsv:Substance }

# fails: Xone bs:c7
INSERT DATA { bs:c7 a bsv:AnatomicalStructure }

# fails: Xone bs:c1
INSERT DATA { bs:c1 a bsv:Population }

# fails: Xone bs:c2
INSERT DATA { bs:c2 a bsv:Intervention }
