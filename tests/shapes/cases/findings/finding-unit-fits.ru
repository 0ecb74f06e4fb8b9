# fails: Or bsf:f14
DELETE { bsf:f14 bsv:statistic ?old ; qudt:hasUnit ?old1 } INSERT { bsf:f14 bsv:statistic bsv:Proportion ; qudt:hasUnit unit:YR } WHERE { bsf:f14 bsv:statistic ?old ; qudt:hasUnit ?old1 }

# fails: Or bsf:f15
DELETE { bsf:f15 bsv:statistic ?old ; qudt:hasUnit ?old1 } INSERT { bsf:f15 bsv:statistic bsv:AgeRange ; qudt:hasUnit unit:PERCENT } WHERE { bsf:f15 bsv:statistic ?old ; qudt:hasUnit ?old1 }

# fails: Or bsf:f16
DELETE { bsf:f16 bsv:statistic ?old ; qudt:hasUnit ?old1 } INSERT { bsf:f16 bsv:statistic bsv:Duration ; qudt:hasUnit unit:NUM } WHERE { bsf:f16 bsv:statistic ?old ; qudt:hasUnit ?old1 }

# fails: Or bsf:f9
DELETE { bsf:f9 bsv:statistic ?old ; qudt:hasUnit ?old1 } INSERT { bsf:f9 bsv:statistic bsv:Count ; qudt:hasUnit unit:DAY } WHERE { bsf:f9 bsv:statistic ?old ; qudt:hasUnit ?old1 }
