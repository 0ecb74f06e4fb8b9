# fails: Or bsf:f11
INSERT DATA { bsf:f11 bsv:hedge "may"@en }

# fails: Or bsf:f12
INSERT DATA { bsf:f12 bsv:hedge "May"@en }
