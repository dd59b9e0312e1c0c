"""Numbers that people name: sums, telephone numbers, addresses for mail."""

from typing import Final

__all__ = ["EMAIL", "MONEY", "PHONE"]

_CURRENCY: Final = (
    r"(?:dollars|euros?|pounds|bucks|usd|eur|gbp|chf|quid|francs|yen|rupees|shillings|kronor|dirhams|pesos|reais|"
    r"zloty|rand|won|yuan|rmb|aed|inr)"
)
MONEY: Final = (
    r"(?P<v>(?:[$€£¥₹]|(?:usd|eur|gbp|chf|inr|aed)\s)?\s?\d(?:[\d.,]*\d)?(?:\s?(?:k|m|million|grand|"
    rf"lakhs?)\b)?(?![\w])(?:\s?(?:[$€£¥₹]|{_CURRENCY})(?!\w))?)"
)
"""A sum, as group `v`."""
EMAIL: Final = r"(?P<v>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})"
PHONE: Final = r"(?P<v>\+?\(?\d(?:[\s()./-]?\d){6,14})(?!\d)"
