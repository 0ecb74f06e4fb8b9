# fails: MinCount bsf:f11
# also: bsh:finding-unit-fits Or bsf:f11
DELETE WHERE { bsf:f11 bsv:statistic ?old }

# fails: MaxCount bsf:f12
INSERT DATA { bsf:f12 bsv:statistic bsv:Count }

# fails: Class bsf:f13
# also: bsh:finding-unit-fits Or bsf:f13
DELETE { bsf:f13 bsv:statistic ?old } INSERT { bsf:f13 bsv:statistic bsv:Chronic } WHERE { bsf:f13 bsv:statistic ?old }
