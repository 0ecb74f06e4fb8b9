"""The graph in the forms of other worlds: each module writes one, from the one graph."""
