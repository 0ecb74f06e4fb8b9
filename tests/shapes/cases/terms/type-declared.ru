# fails: Or bsv:Condtion
# A misspelt class.
INSERT DATA { bsx:z1 a bsv:Condtion }
