# fails: Or bsf:f11
INSERT DATA { bsf:f11 bsv:hedge "may"@en }
