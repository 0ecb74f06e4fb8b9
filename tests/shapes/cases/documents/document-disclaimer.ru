# fails: LanguageIn bsd:d5
INSERT DATA { bsd:d5 bsv:disclaimer "Kein Rat."@de ; bsv:disclaimerAt <https://w3id.org/backspasm/document/d5#char=0,30> }

# fails: UniqueLang bsd:d6
INSERT DATA { bsd:d6 bsv:disclaimer "No advice."@en , "None at all."@en ; bsv:disclaimerAt <https://w3id.org/backspasm/document/d6#char=0,30> }

# fails: Pattern bsd:d7
INSERT DATA { bsd:d7 bsv:disclaimer "no full stop"@en ; bsv:disclaimerAt <https://w3id.org/backspasm/document/d7#char=0,30> }
