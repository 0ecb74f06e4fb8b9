# fails: Node <https://w3id.org/backspasm/mechanism/m1#2>
DELETE { bsc:calf-32 bsv:polarity ?old } INSERT { bsc:calf-32 bsv:polarity bsv:Denied } WHERE { bsc:calf-32 bsv:polarity ?old }
