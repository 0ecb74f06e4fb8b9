# fails: Equals bsc:calf-61
# also: bsh:claim-joint-both-ways Equals bsc:salt-1
INSERT DATA { bsc:calf-61 bsv:jointlyWith bsc:salt-1 }
