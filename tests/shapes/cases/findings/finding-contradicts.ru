# fails: Or bsf:f12
# also: bsh:contradicts-both-ways Equals bsf:f12
INSERT DATA { bsf:f12 bsv:contradicts bsd:salt }
