# fails: Class bsf:f12
INSERT DATA { bsf:f12 bsv:frequency bsv:Chronic }

# fails: MaxCount bsf:f13
INSERT DATA { bsf:f13 bsv:frequency bsv:Commonly , bsv:Sometimes }
