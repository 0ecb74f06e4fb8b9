# fails: Equals bsc:calf-68
# also: bsh:contradicts-both-ways Equals bsf:weeks
INSERT DATA { bsc:calf-68 bsv:contradicts bsf:weeks }
