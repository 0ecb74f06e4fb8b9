# fails: NodeKind bsd:d8
INSERT DATA { bsd:d8 dcterms:references _:work }
