# fails: MinCount bsf:f11
INSERT DATA { bsf:f11 bsv:hedge "about"@en } ;
DELETE WHERE { bsf:f11 bsv:certainty ?old }

# fails: MaxCount bsf:f12
INSERT DATA { bsf:f12 bsv:certainty bsv:Likely }

# fails: In bsf:f13
INSERT DATA { bsf:f13 bsv:hedge "about"@en } ;
DELETE { bsf:f13 bsv:certainty ?old } INSERT { bsf:f13 bsv:certainty bsv:Sure } WHERE { bsf:f13 bsv:certainty ?old }
