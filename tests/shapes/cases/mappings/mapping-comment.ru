# fails: LanguageIn bsx:fatigue--pato-0000004
INSERT DATA { bsx:fatigue--pato-0000004 rdfs:comment "a word" }

# fails: Pattern bsx:fatigue--pato-0000005
INSERT DATA { bsx:fatigue--pato-0000005 rdfs:comment " a word"@en }
