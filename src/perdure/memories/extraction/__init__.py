"""Statements read out of sentences: pieces of grammar and classes of words, by language."""
