"""From turns to what is known: the background steps, what a language model is asked in them, and what of its answers may be believed."""

__all__: list[str] = []
