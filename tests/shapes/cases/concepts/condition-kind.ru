# fails: Xone bs:c3
INSERT DATA { bs:c3 a bsv:Disorder , bsv:Injury }

# fails: Xone bs:c4
INSERT DATA { bs:c4 a bsv:Disorder , bsv:Finding }

# fails: Xone bs:c5
INSERT DATA { bs:c5 a bsv:Injury , bsv:Finding }
