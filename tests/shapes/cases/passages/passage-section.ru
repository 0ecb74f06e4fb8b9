# fails: MinCount <https://w3id.org/backspasm/document/d5#char=30,60>
DELETE WHERE { <https://w3id.org/backspasm/document/d5#char=30,60> bsv:section ?old }

# fails: LanguageIn <https://w3id.org/backspasm/document/d6#char=30,60>
DELETE { <https://w3id.org/backspasm/document/d6#char=30,60> bsv:section ?old } INSERT { <https://w3id.org/backspasm/document/d6#char=30,60> bsv:section "Ursachen"@de } WHERE { <https://w3id.org/backspasm/document/d6#char=30,60> bsv:section ?old }

# fails: UniqueLang <https://w3id.org/backspasm/document/d7#char=30,60>
INSERT DATA { <https://w3id.org/backspasm/document/d7#char=30,60> bsv:section "Other"@en }

# fails: Pattern <https://w3id.org/backspasm/document/d8#char=30,60>
DELETE { <https://w3id.org/backspasm/document/d8#char=30,60> bsv:section ?old } INSERT { <https://w3id.org/backspasm/document/d8#char=30,60> bsv:section "one two three four five six seven eight nine"@en } WHERE { <https://w3id.org/backspasm/document/d8#char=30,60> bsv:section ?old }
