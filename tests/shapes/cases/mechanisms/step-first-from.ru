# fails: Or <https://w3id.org/backspasm/mechanism/m3#1>
DELETE { bsm:m3 bsv:from ?old } INSERT { bsm:m3 bsv:from bs:pain } WHERE { bsm:m3 bsv:from ?old }
