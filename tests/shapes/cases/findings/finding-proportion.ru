# fails: Or bsf:f2
DELETE { bsf:f2 bsv:value ?old } INSERT { bsf:f2 bsv:value 100.5 } WHERE { bsf:f2 bsv:value ?old }

# fails: Or bsf:f5
DELETE { bsf:f5 bsv:statistic ?old ; qudt:hasUnit ?old1 ; bsv:maximum ?old2 } INSERT { bsf:f5 bsv:statistic bsv:Proportion ; qudt:hasUnit unit:PERCENT ; bsv:maximum 101 } WHERE { bsf:f5 bsv:statistic ?old ; qudt:hasUnit ?old1 ; bsv:maximum ?old2 }
