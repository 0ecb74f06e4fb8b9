# fails: MinCount bsf:f14
DELETE WHERE { bsf:f14 bsv:basis ?old }

# fails: MaxCount bsf:f15
INSERT DATA { bsf:f15 bsv:basis bsv:Heading }

# fails: In bsf:f16
DELETE { bsf:f16 bsv:basis ?old } INSERT { bsf:f16 bsv:basis bsv:Rumour } WHERE { bsf:f16 bsv:basis ?old }
