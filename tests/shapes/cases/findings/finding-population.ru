# fails: Or bsf:f10
INSERT DATA { bsf:f10 bsv:population bs:swelling }
