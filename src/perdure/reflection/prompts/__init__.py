"""What a language model is asked, each prompt beside the form of its answer.

Imported only where a store has a language model. Answers hold nothing to be believed before `perdure.reflection.acceptance` has seen it.
"""

__all__: list[str] = []
