# fails: In bsx:fatigue--pato-0000007
INSERT DATA { bsx:fatigue--pato-0000007 a oa:SpecificResource }
