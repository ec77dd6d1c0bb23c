"""How a plan is found by a few words: which of its words count, and when a word that was typed is meant."""
