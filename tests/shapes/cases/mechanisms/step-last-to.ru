# fails: Or <https://w3id.org/backspasm/mechanism/m5#2>
DELETE { bsm:m5 bsv:to ?old } INSERT { bsm:m5 bsv:to bs:pain } WHERE { bsm:m5 bsv:to ?old }
