"""The tests, in the same folders as the program, and what several of them share."""
