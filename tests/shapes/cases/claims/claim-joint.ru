# fails: Class bsc:calf-80
# also: bsh:claim-joint-both-ways Equals bsc:calf-80
# also: bsh:claim-joint-alike Or bsc:calf-80
INSERT DATA { bsc:calf-80 bsv:jointlyWith bsd:salt }
