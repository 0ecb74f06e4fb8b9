# fails: Or bsf:f10
DELETE { bsf:f10 bsv:certainty ?old } INSERT { bsf:f10 bsv:certainty bsv:Likely } WHERE { bsf:f10 bsv:certainty ?old }
