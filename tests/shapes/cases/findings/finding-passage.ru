# fails: MinCount bsf:f15
# also: bsh:finding-source MinCount bsf:f15
DELETE WHERE { bsf:f15 bsv:passage ?old }

# fails: Class bsf:f16
INSERT DATA { bsf:f16 bsv:passage bs:pain }
