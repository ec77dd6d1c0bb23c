"""A sheet that was printed and comes back with writing on it: opened by its code, typed in, checked, taken."""
