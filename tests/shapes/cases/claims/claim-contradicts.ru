# fails: Or bsc:calf-67
# also: bsh:contradicts-both-ways Equals bsc:calf-67
INSERT DATA { bsc:calf-67 bsv:contradicts bsd:salt }
