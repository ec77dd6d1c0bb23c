"""The tables that a search reads: the words of each plan, an index over them, and what a slip of the pen may hit."""

from __future__ import annotations

from sqlalchemy import Column, Integer, Text

from fsdesk.store.columns import plan, table

search_words = table("search_words", plan(primary_key=True), Column("words", Text, nullable=False))
"""Every word that a plan is found by, once, folded, in order; a plan without a row has yet to be indexed."""

search_terms = table(
    "search_terms",
    Column("no", Integer, primary_key=True),
    Column("term", Text, nullable=False, unique=True),
)
"""Every word of any plan, once."""

search_slips = table(
    "search_slips",
    Column("key", Text, primary_key=True),
    Column("term", Integer, primary_key=True, autoincrement=False),
    with_rowid=False,
)
"""Beginnings of words with a letter left out, by which a word is found that was typed with one slip."""

INDEX = (
    "CREATE VIRTUAL TABLE search USING fts5(words, content='search_words', content_rowid='plan',"
    " detail=none, columnsize=0, tokenize='ascii')",
    "INSERT INTO search (search, rank) VALUES ('secure-delete', 1)",
    "INSERT INTO search (search, rank) VALUES ('pgsz', 3900)",
)
"""The full-text index over `search_words`. It holds which plan has which word and nothing else, so that a saved
field adds and takes out only the words that changed; what is taken out is overwritten in the index as well. Its own
pages of 3,900 bytes each fit into one encrypted page, which the usual 4,050 do not."""

OF_THE_INDEX = frozenset({"search", "search_data", "search_idx", "search_config"})
"""The tables that the index makes for itself."""
